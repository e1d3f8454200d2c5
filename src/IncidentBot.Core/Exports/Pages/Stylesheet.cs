using System.Security.Cryptography;
using System.Text;

namespace IncidentBot.Core.Exports.Pages;

/// <summary>How an exported page looks: on a screen, in the dark, on paper.</summary>
internal static class Stylesheet
{
    public const string Css = """

        :root{color-scheme:light dark;--paper:#fff;--ink:#1c2128;--soft:#59636e;--line:#d8dee4;--wash:#f6f8fa;--accent:#0b5cad;--mark:#b26a00;--mark-wash:#fff6e0;--good:#1a7f37}
        @media (prefers-color-scheme:dark){:root{--paper:#14181d;--ink:#e3e8ee;--soft:#9aa5b1;--line:#313942;--wash:#1b2127;--accent:#6cb2ff;--mark:#e3a13a;--mark-wash:#2a2314;--good:#57c46f}}
        *{box-sizing:border-box}
        body{margin:0 auto;padding:2.5rem 1.25rem 4rem;max-width:52rem;background:var(--paper);color:var(--ink);font:1rem/1.6 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
        a{color:var(--accent);text-underline-offset:.15em}
        h1,h2,h3,h4{line-height:1.25;break-after:avoid;text-wrap:balance}
        h1{margin:.2rem 0 1rem;font-size:2.1rem;letter-spacing:-.015em}
        h2{margin:3.5rem 0 1rem;padding-bottom:.5rem;border-bottom:2px solid var(--ink);font-size:1.45rem;letter-spacing:-.01em}
        h3{margin:2rem 0 .6rem;font-size:1.15rem}
        h4{margin:1.4rem 0 .5rem;font-size:1rem}
        p{margin:.5rem 0;orphans:3;widows:3}
        .eyebrow{margin:0;color:var(--soft);font-weight:600}
        .status{margin-left:.5rem;padding:.1rem .65rem;border:1px solid currentColor;border-radius:1rem;font-size:.82rem;white-space:nowrap}
        .status.published,.status.reviewed{color:var(--good)}
        .status.writing,.status.review{color:var(--mark)}
        .banner{margin:1rem 0;padding:.6rem .9rem;border-left:4px solid var(--mark);background:var(--mark-wash)}
        .facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.9rem 1.5rem;margin:1.25rem 0}
        .facts div{min-width:0}
        dt{color:var(--soft);font-size:.85rem}
        dd{margin:0}
        .strip{display:flex;flex-wrap:wrap;margin:1.5rem 0 0;padding:0;list-style:none}
        .strip li{position:relative;flex:1 0 7.5rem;margin-bottom:.9rem;padding:.7rem .5rem 0 0;border-top:3px solid var(--line);font-size:.9rem}
        .strip li::before{content:"";position:absolute;top:-.57rem;left:0;width:.8rem;height:.8rem;border:3px solid var(--paper);border-radius:50%;background:var(--accent)}
        .strip b,.strip time{display:block}
        .strip time{color:var(--soft);font-variant-numeric:tabular-nums}
        nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.5rem;margin:2rem 0 0;padding:.7rem 0;border:solid var(--line);border-width:1px 0;list-style:none;font-size:.95rem}
        blockquote{margin:.8rem 0;padding:.1rem 0 .1rem 1rem;border-left:3px solid var(--line);break-inside:avoid-page}
        blockquote p{margin:0;white-space:pre-line}
        blockquote footer{color:var(--soft);font-size:.88rem}
        .outcome{margin:.2rem 0 0;font-weight:600}
        .comments{margin:.8rem 0;padding:.1rem 1rem;border:1px dashed var(--mark);border-radius:.6rem}
        .note,.legend{color:var(--soft);font-style:italic}
        .measure{font-weight:600}
        .lesson{margin:1rem 0;padding:.2rem 1.1rem .6rem;border:1px solid var(--line);border-radius:.6rem;background:var(--wash)}
        .lesson h4{margin-top:.9rem}
        .wide{overflow-x:auto}
        table{width:100%;border-collapse:collapse;margin:.8rem 0;font-size:.95rem}
        th,td{padding:.5rem .7rem .5rem 0;border-bottom:1px solid var(--line);text-align:start;vertical-align:top}
        thead{display:table-header-group}
        thead th{border-bottom:2px solid var(--line);color:var(--soft);font-size:.85rem}
        tbody th{font-weight:600}
        tr{break-inside:avoid}
        tr.done td:nth-child(2),tr.dropped td{color:var(--soft)}
        tr.dropped td:nth-child(2){text-decoration:line-through}
        tr.unknown{color:var(--soft)}
        .metrics{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:.8rem;margin:1rem 0 1.5rem}
        .metrics div{padding:.7rem .9rem;border:1px solid var(--line);border-radius:.6rem;background:var(--wash);break-inside:avoid}
        .metrics abbr{color:var(--ink);font-weight:700;text-decoration:none}
        .metrics dd{margin-top:.25rem;font-size:1.15rem;font-weight:600}
        .metrics dd.unknown{color:var(--soft);font-size:.88rem;font-weight:400}
        .day h4{padding:.35rem 0;border-bottom:1px solid var(--line)}
        .day h4 span{color:var(--soft);font-weight:400}
        .day ol{margin:0;padding:0;list-style:none}
        .day li{display:grid;grid-template-columns:4rem 1fr;padding:.3rem 0;break-inside:avoid}
        .day li>div{min-width:0;padding-left:.8rem;border-left:3px solid transparent}
        .day li.reply>div{margin-left:1.4rem}
        .day li.change>div{border-left-color:var(--accent)}
        .day li.highlight{background:var(--mark-wash)}
        .day li.highlight>div{border-left-color:var(--mark)}
        .day li.clocks{display:block;padding-left:4rem;color:var(--soft);font-style:italic}
        .at{padding-left:.3rem;font-variant-numeric:tabular-nums}
        .at,.at a{color:var(--soft)}
        .said{white-space:pre-line}
        .day i{color:var(--soft);font-size:.9rem}
        .file::before{content:"\1F4CE\FE0E\00A0"}
        body>footer{margin-top:3rem;padding-top:.8rem;border-top:1px solid var(--line);color:var(--soft);font-size:.88rem}
        @media (max-width:34rem){body{padding-top:1.25rem}h1{font-size:1.6rem}.day li{grid-template-columns:3.2rem 1fr}}
        @media print{
        @page{margin:18mm 16mm}
        :root{color-scheme:light;--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--wash:#fff;--accent:#0b3d78;--mark:#7a4a00;--mark-wash:#fff;--good:#0b5a20}
        body{max-width:none;padding:0;font-size:10.5pt}
        nav{display:none}
        a{text-decoration:none}
        .appendix{break-before:page}
        .wide{overflow:visible}
        }

        """;

    /// <summary>As a policy names a stylesheet: by what it is.</summary>
    public static string HashOf(string css) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css)))}";
}
