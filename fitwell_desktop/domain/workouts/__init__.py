"""The rules of training as pure functions: one-rep max, effort, volume, load, records, compliance, plates, minutes."""
