using System.Text;
using InterconnectDsl.Language.Binding;
using InterconnectDsl.Language.Symbols;

namespace InterconnectDsl.Cli.Tests.Goldens;

/// <summary>What a module declares, a symbol a line, what stands in braces deeper: its kind or type, its part, how it is counted, what it stands on.</summary>
internal sealed class SymbolLines
{
    private readonly StringBuilder _lines = new();

    public static string Write(ModuleSymbol module)
    {
        var lines = new SymbolLines();
        lines.Line(0, "module " + module.Name);
        foreach (var import in module.Imports)
        {
            lines.Line(1, $"use {import.Key}: {Sort(import.Value)}");
        }

        foreach (var member in module.Members.Values)
        {
            lines.Member(member);
        }

        module.Rules.ForEach(r => lines.Line(1, $"rule {r.Id} for {string.Join(", ", r.Subjects.Select(s => s.Name.Name + " : " + s.Name.Type.Display))}"));
        module.Tests.ForEach(t => lines.Line(1, $"test \"{t.Name}\" of {t.Of?.Name}: {t.Expectations.Count} expectations"));
        module.Studies.ForEach(s => lines.Line(1, $"study {s.Name} of {string.Join(", ", s.Of.Select(d => d.Name))}"));
        return lines._lines.ToString().TrimEnd('\n');
    }

    private void Member(Symbol member)
    {
        switch (member)
        {
            case ParamSymbol param:
                Line(1, $"param {param.Name} : {param.Type.Display}");
                break;
            case ConstantSymbol constant:
                Line(1, $"constant {constant.Name} : {constant.Type.Display}");
                break;
            case PartSymbol part:
                Line(1, $"part {part.Name}({Locals(part.Parameters)}) : {part.Base?.Name ?? part.Kind.Name}");
                Body(2, part.Body);
                break;
            case FunctionSymbol function:
                Line(1, $"fn {function.Name}({Locals(function.Parameters)}) -> {function.Result.Display}");
                break;
            case KindSymbol kind:
                Line(1, $"kind {kind.Name} : {kind.Base?.Name}");
                kind.Attributes.ForEach(a => Line(2, $"{a.Name} : {a.Type.Display}{(a.Optional ? "?" : "")}"));
                break;
            case DesignSymbol design:
                Line(1, $"design {design.Name}{(design.Base is null ? "" : " : " + design.Base.Name)}");
                Body(2, design.Body);
                break;
        }
    }

    private void Body(int depth, Body body)
    {
        foreach (var value in body.Overrides)
        {
            Line(depth, $"{value.Key} = {value.Value.Bound.Nominal?.Type.Display}{(value.Value.Bound.Distribution is null ? "" : ", drawn")}");
        }

        foreach (var thing in body.Instances)
        {
            var part = thing.Part is null ? "" : " : " + thing.Part.Part.Name;
            Line(depth, $"{thing.Kind.Name} {thing.Name}{Array(thing.Array)}{part}{Text(" on ", thing.Host)}{Text(" at ", thing.Place)}");
            Body(depth + 1, thing.Body);
        }

        foreach (var path in body.Paths)
        {
            var steps = string.Join(path.BothDirections ? " <-> " : " -> ", path.Steps.Select(s => Slice(s.Value)));
            Line(depth, $"{path.Kind.Name} {path.Name}{Array(path.Array)} = {steps}{(path.Mirrored ? ", mirrored" : "")}");
            Body(depth + 1, path.Body);
        }

        foreach (var amendment in body.Amendments)
        {
            Line(depth, "amends " + Slice(amendment.Target));
            Body(depth + 1, amendment.Body);
        }

        foreach (var waiver in body.Waivers)
        {
            Line(depth, "allows " + waiver.Rule);
        }

        foreach (var confirmation in body.Confirmations)
        {
            Line(depth, "confirms " + confirmation.Target.Name);
        }
    }

    private static string Sort(Symbol symbol) => symbol.GetType().Name.Replace("Symbol", "", StringComparison.Ordinal).ToLowerInvariant();

    private static string Locals(IReadOnlyList<LocalSymbol> locals) => string.Join(", ", locals.Select(l => l.Name + " : " + l.Type.Display));

    private static string Array(ArrayBounds? array) =>
        array is null ? "" : $"[{(array.Index is null ? "" : array.Index.Name + " in ")}{Text("", array.From)}{Text(" .. ", array.To)}{Text("", array.Count)}]";

    private static string Text(string before, BoundExpression? value) => value is null ? "" : before + Slice(value);

    private static string Slice(BoundExpression value) => value.Location.Text is { } text ? text.Slice(value.Location.Span).ReplaceLineEndings(" ") : "";

    private void Line(int depth, string text) => _lines.Append(' ', 2 * depth).Append(text).Append('\n');
}
