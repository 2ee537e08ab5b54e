-- Everything into the fresh file, and the file let go.
checkpoint fresh;
detach fresh;
