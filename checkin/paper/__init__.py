"""What is printed: badges as PDF and raster."""
