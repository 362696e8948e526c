using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace InterconnectDsl.Language.Tests.Highlighting;

/// <summary>What an editor offers to write: a declaration with places to fill in.</summary>
/// <param name="Prefix">What is typed.</param>
/// <param name="Description">What it makes.</param>
/// <param name="Body">The text; <c>${1:name}</c> is a place, <c>$0</c> where the cursor ends.</param>
internal sealed partial record Snippet(string Prefix, string Description, string Body)
{
    /// <summary>The text as it stands when nothing is filled in.</summary>
    public string Plain => Places().Replace(Body, m => m.Groups["text"].Value).Replace("$0", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\$\{\d+(?::(?<text>[^}]*)|\|(?<text>[^,|]*)[^|]*\|)\}", RegexOptions.None, 1000)]
    private static partial Regex Places();
}

/// <summary>The snippets, as data.</summary>
internal static class Snippets
{
    /// <summary>Those of a module.</summary>
    public static readonly Snippet[] OfModule =
    [
        new("module", "The first line of a file", """
            module ${1:name}
            """),
        new("use", "Names from another module", """
            use ${1:icx.fiber}.{${2:smf}}
            """),
        new("param", "A knob with a range", """
            param ${1:reach} : ${2:length} = ${3:500 m} within ${4:2 m} .. ${5:2 km}
            """),
        new("fn", "A function", """
            fn ${1:name}(${2:x} : ${3:length}) -> ${4:optical_gain} = ${5:x * 0.35 dB/km}
            """),
        new("kind", "A sort of thing and its attributes", """
            kind ${1:name} : ${2:step} {
              ${3:power} : ${4:power} = ${5:1 W}
            }
            """),
        new("part", "A kind with values filled in", """
            part ${1:Name} : ${2:die} {
              ${3:power} = ${4:480 W}
            }
            """),
        new("design", "A design on a board", """
            design ${1:Name} {
              board ${2:main}
              $0
            }
            """),
        new("rule", "Something that must hold", """
            ${1|rule,warning rule,note rule|} ${2:name} for ${3:link} as ${4:l} {
              require ${5:l.margin >= 1 dB}
              message "${6:the margin is small}"
            }
            """),
        new("study", "A Monte Carlo run and what it expects", """
            study ${1:tolerance} of ${2:Name} {
              sample  ${3:1_000_000}
              observe ${4:worst} = ${5:min(lane.margin)}
              expect  probability(${4:worst} >= 0 dB) >= ${6:99.9 %}
            }
            """),
        new("sweep", "A study over a range", """
            study ${1:trade} of ${2:Name} {
              sweep   ${3:reach} over ${4:2 m .. 2 km} in ${5:25} log steps
              observe ${6:worst = min(lane.margin)}
            }
            """),
        new("test", "A test of a design", """
            test "${1:closes at two kilometres}" of ${2:Name} {
              with   ${3:reach = 2 km}
              expect ${4:min(lane.margin) >= 0 dB}
            }
            """),
    ];

    /// <summary>Those of a design's body.</summary>
    public static readonly Snippet[] OfDesign =
    [
        new("package", "A package with a substrate and a die", """
            package ${1:sw} on ${2:main} {
              substrate ${3:base} : ${4:Abf} { size = ${5:110 mm by 110 mm} }
              die       ${6:asic} : ${7:Switch} on ${3:base} at center
            }
            """),
        new("engine", "Engines on a ring", """
            engine ${1:oe}[${2:16}] : ${3:CoPackaged3200} on ${4:base} at ring(${5:46 mm})
            """),
        new("link", "Data lanes, both directions", """
            link ${1:lane}[${2:i} in ${3:512}] = ${4:asic} <-> ${5:trace()} -> ${6:oe[i div 32]} -> ${7:smf(500 m)} -> mirror
            """),
        new("feed", "Laser light to engines", """
            feed ${1:cw}[${2:f} in ${3:128}] = ${4:els[f div 8]} -> ${5:pmf(0.8 m)} -> ${6:oe[f div 8]}
            """),
        new("heat", "A way for heat to a temperature", """
            heat ${1:core} = ${2:asic} -> ${3:lid(0.04 K/W)} -> ${4:coldplate(0.01 K/W)} -> ${5:ambient}
            """),
        new("allow", "A waiver with its reason", """
            allow ${1:icx_fibers_fit} until ${2:2027-06-30} because "${3:spare lanes}"
            """),
    ];

    public static JsonObject Write()
    {
        var all = new JsonObject();
        foreach (var snippet in OfModule.Concat(OfDesign))
        {
            all[snippet.Description] = new JsonObject
            {
                ["prefix"] = snippet.Prefix,
                ["description"] = snippet.Description,
                ["body"] = new JsonArray(snippet.Body.Split('\n').Select(l => (JsonNode)l).ToArray()),
            };
        }

        return all;
    }
}
