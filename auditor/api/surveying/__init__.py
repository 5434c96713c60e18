"""Many cases and captures judged side by side: found, judged in processes or on a cluster, kept, and told."""
