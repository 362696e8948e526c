namespace InterconnectDsl.Kernels.Strands;

/// <summary>How the light of a path comes out at its other end.</summary>
public enum Landing
{
    /// <summary>At its own receiver.</summary>
    Receiver,

    /// <summary>Where the far end of the same path transmits.</summary>
    OwnTransmitter,

    /// <summary>At the receiver of another path.</summary>
    OtherReceiver,

    /// <summary>Where another path transmits.</summary>
    OtherTransmitter,

    /// <summary>At a position that nothing uses.</summary>
    Dark,
}
