"""The rules of training, by the numbers that are known of them."""
