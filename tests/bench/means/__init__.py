"""What every benchmark needs: figures and timing."""
