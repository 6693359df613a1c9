"""What briefgen costs, measured beside what its libraries cost by themselves. Run: `python -m benchmarks`."""
