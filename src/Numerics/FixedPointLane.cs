namespace InterconnectDsl.Numerics;

/// <summary>
/// The search for one member's fixed point x = body(x). Each step moves by what the body says; where two steps show that repeating it would approach
/// a fixed point, the secant through them is followed instead. A fixed point from which repetition runs away is therefore never the answer. A member
/// within its tolerance rests where it is, so that it does not matter which others are still on their way.
/// </summary>
internal partial struct FixedPointLane
{
    private readonly double _tolerance;
    private readonly double _limit;
    private double _before;
    private double _gapBefore;
    private double _good;
    private bool _hasBefore;

    /// <summary>Starts a search.</summary>
    public FixedPointLane(double start, double tolerance, double limit)
    {
        X = start;
        Result = start;
        Resting = double.IsNaN(start);
        if (!Resting && (double.IsNaN(tolerance) || double.IsNaN(limit)))
        {
            Result = X = NoNumber.IsFailed(tolerance) || NoNumber.IsAbsent(tolerance) ? tolerance : limit;
            Resting = true;
        }

        _tolerance = tolerance;
        _limit = limit;
        _before = _gapBefore = 0.0;
        _good = start;
        _hasBefore = false;
        Failed = false;
    }

    /// <summary>The number to try.</summary>
    public double X { get; private set; }

    /// <summary>What the body made of it, once it rests.</summary>
    public double Result { get; private set; }

    /// <summary>Whether the last number tried was within the tolerance.</summary>
    public bool Resting { get; private set; }

    /// <summary>Whether the limit was reached.</summary>
    public bool Failed { get; private set; }

    /// <summary>Takes what the body made of <see cref="X"/> in the step of this number, from 1.</summary>
    public void Step(double body, int step, int id)
    {
        if (double.IsNaN(X))
        {
            return;
        }

        var gap = body - X;
        Resting = NoNumber.IsAbsent(body) || (NoNumber.IsFailed(body) && X == _good) || Math.Abs(gap) <= _tolerance;
        Result = body;
        if (Resting)
        {
            return;
        }

        if (step >= _limit)
        {
            Failed = true;
            Result = X = NoNumber.FailedAt(id);
            return;
        }

        Move(gap);
    }

    private void Move(double gap)
    {
        // Where the body has no value, back towards the last place where it had one.
        if (double.IsNaN(gap))
        {
            X = 0.5 * (X + _good);
            return;
        }

        var next = X + gap;
        if (_hasBefore && X != _before)
        {
            var slope = (gap - _gapBefore) / (X - _before);
            var secant = X - (gap / slope);
            next = slope < 0.0 && slope > -1e6 && Math.Abs(gap / slope) <= 100.0 * Math.Abs(gap) && Floats.IsFinite(secant) ? secant : next;
        }

        _hasBefore = true;
        _before = X;
        _gapBefore = gap;
        _good = X;
        X = next;
    }
}
