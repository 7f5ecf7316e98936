// Stands for parts of tfjs-node that are not used: its protocol buffers, for TensorBoard's histograms.
export {}
