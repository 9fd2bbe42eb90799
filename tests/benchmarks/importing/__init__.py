"""The sections of the benchmark `import`."""
