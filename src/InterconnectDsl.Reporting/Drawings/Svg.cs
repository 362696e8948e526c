using System.Globalization;
using System.Net;
using System.Text;

namespace InterconnectDsl.Reporting.Drawings;

/// <summary>A drawing as SVG: shapes in classes whose colours the page gives, a title and a description that say the numbers.</summary>
internal sealed class Svg
{
    private readonly StringBuilder _body = new();
    private readonly string _head;

    /// <summary>Starts a drawing.</summary>
    public Svg(string id, double width, double height, string title, string description)
    {
        Id = id;
        _head = $"<svg viewBox=\"0 0 {N(width)} {N(height)}\" role=\"img\" aria-labelledby=\"{id}-title {id}-text\">"
            + $"<title id=\"{id}-title\">{E(title)}</title><desc id=\"{id}-text\">{E(description)}</desc>";
    }

    /// <summary>Its name.</summary>
    public string Id { get; }

    /// <summary>A rectangle; its tip is shown where a pointer rests on it.</summary>
    public Svg Rect(double x, double y, double width, double height, string role, string tip)
    {
        _body.Append($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(Math.Max(0, width))}\" height=\"{N(Math.Max(0, height))}\" class=\"{role}\"><title>{E(tip)}</title></rect>");
        return this;
    }

    /// <summary>A line.</summary>
    public Svg Line(double x1, double y1, double x2, double y2, string role)
    {
        _body.Append($"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" class=\"{role}\"/>");
        return this;
    }

    /// <summary>A text, anchored at its start, middle or end, turned about its anchor.</summary>
    public Svg Text(double x, double y, string text, string role, string anchor = "start", double turn = 0)
    {
        var turned = turn == 0 ? "" : $" transform=\"rotate({N(turn)} {N(x)} {N(y)})\"";
        _body.Append($"<text x=\"{N(x)}\" y=\"{N(y)}\" class=\"{role}\" text-anchor=\"{anchor}\"{turned}>{E(text)}</text>");
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _head + _body + "</svg>";

    private static string N(double number) => Math.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
