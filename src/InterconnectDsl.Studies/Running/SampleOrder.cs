namespace InterconnectDsl.Studies;

/// <summary>How many samples are drawn at a point, from which seed, by how many threads; 0 samples for a study at nominal.</summary>
internal sealed record SampleOrder(long Samples, ulong Seed, int Threads);
