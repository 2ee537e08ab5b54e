"""What the command line says of promises."""
