"""What the owner sees and takes away."""
