"""Scripts that make the weights of src/averment/models; PyTorch is needed here alone."""
