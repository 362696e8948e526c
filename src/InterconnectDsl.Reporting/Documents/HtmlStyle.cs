namespace InterconnectDsl.Reporting.Documents;

/// <summary>How the HTML report looks: on a screen, light or dark, and on paper.</summary>
internal static class HtmlStyle
{
    /// <summary>The style sheet.</summary>
    public const string Text =
        """
        :root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --paper: #ffffff; --wash: #f3f5f7; --rule: #d0d7de; --link: #0550ae;
          --good: #116329; --doubt: #7d4e00; --bad: #a40e26; --loss: #c4432b; --source: #2f6fb3;
          --s0: #2f6fb3; --s1: #b35c00; --s2: #2b7a4b; --s3: #8a3ffc; --s4: #a2285a; --s5: #5b6570; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #e6edf3; --soft: #9da7b1; --paper: #12161b; --wash: #1b2128; --rule: #3a434d; --link: #79b8ff;
            --good: #56d364; --doubt: #e3b341; --bad: #ff7b72; --loss: #e5694f; --source: #58a6ff;
            --s0: #3f7fc4; --s1: #b8722a; --s2: #3f8f60; --s3: #8f63d9; --s4: #b8497a; --s5: #6b7682; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1.5rem; max-width: 80rem; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
        h1 { font-size: 1.9rem; margin: 0 0 .5rem; }
        h2 { font-size: 1.3rem; margin: 2.2rem 0 .6rem; padding-bottom: .2rem; border-bottom: 2px solid var(--rule); }
        a { color: var(--link); }
        header dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: .2rem 1.5rem; margin: 0; }
        header dl div { display: flex; gap: .6rem; min-width: 0; }
        dt { color: var(--soft); flex: none; }
        dd { margin: 0; overflow-wrap: anywhere; }
        nav ol { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: 1rem 0 0; padding: .6rem 1rem; list-style-position: inside; background: var(--wash); border-radius: 6px; }
        nav li { padding-right: .6rem; }
        .scroll { overflow-x: auto; margin: .8rem 0 .2rem; }
        table { border-collapse: collapse; min-width: 30rem; font-size: .92rem; }
        caption { text-align: left; font-weight: 600; padding: .4rem 0; }
        th, td { text-align: left; vertical-align: top; padding: .22rem .7rem; border-bottom: 1px solid var(--rule); }
        th { background: var(--wash); white-space: nowrap; }
        td { overflow-wrap: break-word; max-width: 34rem; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        tr.total td { font-weight: 600; border-top: 2px solid var(--rule); }
        tr.good td:first-child { color: var(--good); }
        tr.doubtful td:first-child { color: var(--doubt); font-weight: 600; }
        tr.bad td { color: var(--bad); font-weight: 600; }
        code { font: .88em ui-monospace, monospace; }
        .absent, .note { color: var(--soft); max-width: 60rem; }
        .note { margin: .2rem 0 1rem; font-size: .92rem; }
        figure { margin: 1rem 0; }
        svg { width: 100%; height: auto; max-width: 60rem; font-family: system-ui, sans-serif; }
        svg text { font-size: 12px; fill: var(--ink); }
        svg .axis { fill: var(--soft); } svg .grid { stroke: var(--rule); } svg .join { stroke: var(--soft); stroke-dasharray: 3 2; }
        svg .limit { stroke: var(--bad); stroke-width: 1.5; } svg .limit-text { fill: var(--bad); } svg .good-text { fill: var(--good); font-weight: 600; }
        svg .bad-text { fill: var(--bad); font-weight: 600; }
        svg .source { fill: var(--source); } svg .loss { fill: var(--loss); } svg .on-share { fill: #ffffff; }
        svg .share0 { fill: var(--s0); } svg .share1 { fill: var(--s1); } svg .share2 { fill: var(--s2); } svg .share3 { fill: var(--s3); } svg .share4 { fill: var(--s4); }
        svg .share5 { fill: var(--s5); }
        svg .grid, svg .axis-line { stroke: var(--rule); } svg .axis-line { stroke-width: 1.5; } svg line.curve { stroke-width: 2; }
        svg .curve0 { stroke: var(--s0); fill: var(--s0); } svg .curve1 { stroke: var(--s1); fill: var(--s1); } svg .curve2 { stroke: var(--s2); fill: var(--s2); }
        svg .curve3 { stroke: var(--s3); fill: var(--s3); } svg .curve4 { stroke: var(--s4); fill: var(--s4); } svg .curve5 { stroke: var(--s5); fill: var(--s5); }
        svg .curve-name0 { fill: var(--s0); } svg .curve-name1 { fill: var(--s1); } svg .curve-name2 { fill: var(--s2); } svg .curve-name3 { fill: var(--s3); }
        svg .curve-name4 { fill: var(--s4); } svg .curve-name5 { fill: var(--s5); }
        @media print {
          body { padding: 0; max-width: none; font-size: 10pt; }
          nav { display: none; }
          .scroll { overflow: visible; } table { width: 100%; min-width: 0; font-size: 8pt; } th { white-space: normal; }
          tr, figure > svg { break-inside: avoid; } h2, caption { break-after: avoid; } thead { display: table-header-group; }
        }

        """;
}
