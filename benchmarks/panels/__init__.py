"""What each panel asks when it fills itself, over the data sets S and M."""
