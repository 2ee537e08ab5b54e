"""What tickets without a usable category are about, as the owner's own labelled tickets tell."""
