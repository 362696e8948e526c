using InterconnectDsl.Kernels.Ir;

namespace InterconnectDsl.Kernels.Emission;

/// <content>Reductions: over columns, or element by element where those are computed.</content>
internal sealed partial class BodyBuilder
{
    private int _states;

    /// <summary>Starts a reduction whose states stand in columns from <paramref name="states"/> on.</summary>
    public void Start(Value reduction, int states)
    {
        foreach (var step in ReductionSteps.Of(reduction.Op).Takes)
        {
            var local = Unnamed();
            Add(new Instruction.Number(local, new[] { step.Start }));
            Add(new Instruction.Store(local, IndexForm.Constant(states++)));
        }
    }

    /// <summary>Takes the element computed last into a reduction.</summary>
    public void Take(Value reduction, int states)
    {
        var elements = _planner.Resolve(reduction.Arguments[0]);
        var element = Read(elements);
        if (HidesUnchecked(reduction, elements))
        {
            Check(elements, element);
        }

        foreach (var step in ReductionSteps.Of(reduction.Op).Takes)
        {
            var (state, taken) = (Unnamed(), Unnamed());
            Add(new Instruction.Load(state, IndexForm.Constant(states), IndexForm.Constant(_planner.StageOf(reduction))));
            Add(new Instruction.Apply(taken, step.Operation, new[] { state, element }, null));
            if (_planner.MayBeAbsent(elements))
            {
                var kept = Unnamed();
                Add(new Instruction.Apply(kept, "Unless", new[] { element, state, taken }, null));
                taken = kept;
            }

            Add(new Instruction.Store(taken, IndexForm.Constant(states++)));
        }
    }

    /// <summary>Gives what a reduction comes to.</summary>
    public void Finish(Value reduction, int states)
    {
        var steps = ReductionSteps.Of(reduction.Op);
        var taken = steps.Takes.Select(_ => Unnamed()).ToList();
        foreach (var state in taken)
        {
            Add(new Instruction.Load(state, IndexForm.Constant(states++), IndexForm.Constant(_planner.StageOf(reduction))));
        }

        var local = New(reduction);
        Add(new Instruction.Apply(local, steps.Result, taken, reduction.Blame));
        Leave(reduction, local);
    }

    /// <summary>Takes the elements computed last, side by side, into a reduction.</summary>
    public IReadOnlyList<Instruction.Take> TakeSideBySide(Value reduction)
    {
        var elements = _planner.Resolve(reduction.Arguments[0]);
        var element = Read(elements);
        if (HidesUnchecked(reduction, elements))
        {
            Check(elements, element);
        }

        // Whole numbers add up to the same in any order; what repeats the last member behind it must not count.
        var anyOrder = reduction.Op is OpCode.Min or OpCode.Max or OpCode.Any or OpCode.All
            || ((reduction.Op == OpCode.Count || (reduction.Op == OpCode.Sum && _planner.IsSmallWhole(elements))) && KernelPlan.Pitch(_members) == _members);
        var absent = _planner.MayBeAbsent(elements);
        var takes = new List<Instruction.Take>();
        foreach (var step in ReductionSteps.Of(reduction.Op).Takes)
        {
            takes.Add(new(_states++, step, anyOrder ? element : Neutral(step, element, absent, reduction.Blame), !anyOrder, anyOrder && absent));
            Add(takes[takes.Count - 1]);
        }

        return takes;
    }

    // What is taken in order in the place of an element: a number that changes nothing where it is absent.
    private Local Neutral(ReductionStep step, Local element, bool absent, int id)
    {
        if (!absent && !step.Counts)
        {
            return element;
        }

        var (neutral, local) = (Unnamed(), Unnamed());
        if (step.Counts)
        {
            Add(new Instruction.Apply(local, "Exists", new[] { element }, id));
            return local;
        }

        Add(new Instruction.Number(neutral, new[] { step.Start }));
        Add(new Instruction.Apply(local, "Otherwise", new[] { element, neutral }, id));
        return local;
    }

    /// <summary>The body, at whose end reductions give what they come to.</summary>
    public KernelBody Build(IReadOnlyList<(Value Reduction, IReadOnlyList<Instruction.Take> Takes)> reductions)
    {
        var inside = _instructions.Count;
        foreach (var (reduction, takes) in reductions)
        {
            var states = takes.Select(_ => Unnamed()).ToList();
            _instructions.AddRange(takes.Select((take, t) => new Instruction.Taken(states[t], take)));
            var local = New(reduction);
            Add(new Instruction.Apply(local, ReductionSteps.Of(reduction.Op).Result, states, reduction.Blame));
            Leave(reduction, local);
        }

        return new(_instructions.Take(inside).ToList()) { Members = _members, Finish = _instructions.Skip(inside).ToList() };
    }

    private Local Reduce(Value value)
    {
        var elements = _planner.Resolve(value.Arguments[0]);
        var (source, columnOf) = _planner.Place(elements);
        var list = new ElementLists(value, _planner.MembersOf(value), _planner.MembersOf(elements));
        var hides = HidesUnchecked(value, elements);
        var local = New(value);
        Add(new Instruction.Reduce(
            local,
            value.Op,
            IndexForm.Of(list.Starts),
            IndexForm.Of(list.Classes.Length, r => columnOf(list.Classes[r])),
            IndexForm.Of(list.Repeats),
            source,
            _planner.MayBeAbsent(elements),
            hides,
            value.Blame));
        return local;
    }

    // Whether a reduction hides the failure of elements that were not checked where they were computed.
    private bool HidesUnchecked(Value reduction, Value elements)
    {
        if (Facts.Shows(reduction.Op, 0) || !_planner.MayFail(elements))
        {
            return false;
        }

        return _planner.IsInside(reduction) || (_planner.ChecksOf(_planner.StageOf(reduction)) is var checks && checks.Has(elements) && !checks.Computes(elements));
    }
}
