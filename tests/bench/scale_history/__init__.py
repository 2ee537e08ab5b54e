"""A made-up history of any size, as the exports of a ticket tool tell it."""
