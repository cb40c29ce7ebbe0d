"""The tour: the real window, driven through a first real day by mouse and keyboard, with a picture of each station."""
