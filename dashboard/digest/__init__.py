"""Frames in, what a page shows out: the arithmetic of the pages, without Streamlit."""
