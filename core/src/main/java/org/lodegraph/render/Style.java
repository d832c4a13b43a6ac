package org.lodegraph.render;

/**
 * Colors and type. The palette keeps apart under the common forms of color blindness, in light and in dark; every mark also
 * has a pattern or a word.
 */
final class Style {

    /** The width of a picture that stands alone. */
    static final int PAGE_WIDTH = 640;
    /** The margin of a picture that stands alone. */
    static final double MARGIN = 16;
    /** How many colors there are beside gray. */
    static final int COLORS = 6;

    /** What pictures need. */
    static final String PICTURE = """
            .lg-picture{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;font-size:13px;\
            font-variant-numeric:tabular-nums}
            .lg-page{fill:#fff}
            .lg-title{fill:#1b2430;font-size:16px;font-weight:600}
            .lg-ink,.lg-value{fill:#1b2430}
            .lg-value{font-weight:600}
            .lg-soft{fill:#566170;font-size:12px}
            .lg-halo{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-opacity:.85;stroke-linejoin:round}
            .lg-plate{fill:#fff;fill-opacity:.86}
            .lg-on{font-size:12px}
            .lg-c0{fill:#8c9096}.lg-c1{fill:#0067a5}.lg-c2{fill:#c68700}.lg-c3{fill:#00805c}
            .lg-c4{fill:#a64f8c}.lg-c5{fill:#489cca}.lg-c6{fill:#bf4f00}
            .lg-on1,.lg-on3,.lg-on4,.lg-on6{fill:#fff}
            .lg-on0,.lg-on2,.lg-on5{fill:#10161d}
            .lg-piece{stroke:#fff;stroke-width:1px}
            .lg-pale{fill:#0067a5;fill-opacity:.3}
            .lg-track{fill:#eef1f4}
            .lg-hatch{fill:#7f848b}
            .lg-grid{stroke:#dde2e8;stroke-width:1px}
            .lg-axis{stroke:#566170;stroke-width:1px}
            .lg-end{stroke:#0067a5;stroke-width:2px}
            .lg-reference{stroke:#bf4f00;stroke-width:2.5px}
            .lg-event{stroke:#566170;stroke-width:1px;stroke-dasharray:3 3}
            .lg-badge{fill:#566170}.lg-badge-text{fill:#fff;font-size:11px;font-weight:600}
            .lg-band{fill-opacity:.22}
            .lg-flow{fill-opacity:.42}
            .lg-flow:hover{fill-opacity:.7}
            .lg-lost{fill:#1b2430;fill-opacity:.05;stroke:#1b2430;stroke-width:1px;stroke-dasharray:4 3}
            .lg-gained{stroke:#1b2430;stroke-width:.5px}
            .lg-empty{fill:none}
            .lg-s1{stroke:#0067a5}.lg-s2{stroke:#c68700}.lg-s3{stroke:#00805c}
            .lg-s4{stroke:#a64f8c}.lg-s5{stroke:#489cca}.lg-s6{stroke:#bf4f00}.lg-s0{stroke:#8c9096}
            .lg-step{stroke-width:2.5px;stroke-linecap:square}
            .lg-riser{stroke-width:1px;stroke-opacity:.6}
            .lg-wire{fill:none;stroke:#566170;stroke-width:1.6px}
            .lg-any{stroke-dasharray:6 4}
            .lg-all,.lg-one,.lg-goal{stroke-width:1.4px}
            .lg-all{fill:#f2f4f6;stroke:#566170}
            .lg-one{fill:#e3f1fa;stroke:#0067a5}
            .lg-goal{fill:#e4f4ee;stroke:#00805c}
            .lg-gate{fill:#1b2430}
            .lg-ring{fill:#fff;stroke:#1b2430;stroke-width:1.8px}
            .lg-joint{stroke:#bf4f00;stroke-width:1.6px}
            .lg-narrow{stroke:#bf4f00;stroke-width:3px}
            .lg-essential{stroke:#bf4f00;stroke-width:5px}
            .lg-gone{stroke:#bf4f00;stroke-dasharray:3 3}
            .lg-sign{fill:#bf4f00}
            .lg-sign-open{fill:#fff;stroke:#bf4f00;stroke-width:2px}
            .lg-sign-ink{stroke:#fff;stroke-width:2px;fill:none}
            .lg-cross{stroke:#bf4f00;stroke-width:2.6px;fill:none}
            """;

    /** What pictures need where it is dark. */
    static final String PICTURE_DARK = """
            .lg-page{fill:#12171e}
            .lg-title,.lg-ink,.lg-value{fill:#e6eaf0}
            .lg-soft{fill:#a4afbd}
            .lg-halo{stroke:#12171e}
            .lg-plate{fill:#12171e}
            .lg-c0{fill:#77828f}.lg-c1{fill:#4aa3df}.lg-c2{fill:#f0b84a}.lg-c3{fill:#2dbd92}
            .lg-c4{fill:#e29cc6}.lg-c5{fill:#9bd5f7}.lg-c6{fill:#f08245}
            .lg-on0,.lg-on1,.lg-on2,.lg-on3,.lg-on4,.lg-on5,.lg-on6{fill:#0c1116}
            .lg-piece{stroke:#12171e}
            .lg-pale{fill:#4aa3df;fill-opacity:.38}
            .lg-track{fill:#222a34}
            .lg-hatch{fill:#78848f}
            .lg-grid{stroke:#2b343f}
            .lg-axis,.lg-event{stroke:#a4afbd}
            .lg-badge{fill:#a4afbd}.lg-badge-text{fill:#12171e}
            .lg-end{stroke:#4aa3df}
            .lg-reference{stroke:#f08245}
            .lg-flow{fill-opacity:.5}
            .lg-lost{fill:#e6eaf0;fill-opacity:.06;stroke:#e6eaf0}
            .lg-wire{stroke:#a4afbd}
            .lg-all{fill:#1f2731;stroke:#a4afbd}
            .lg-one{fill:#14324a;stroke:#4aa3df}
            .lg-goal{fill:#123a2f;stroke:#2dbd92}
            .lg-gate{fill:#e6eaf0}
            .lg-ring{fill:#12171e;stroke:#e6eaf0}
            .lg-joint,.lg-narrow,.lg-essential,.lg-gone,.lg-cross{stroke:#f08245}
            .lg-sign{fill:#f08245}
            .lg-sign-open{fill:#12171e;stroke:#f08245}
            .lg-sign-ink{stroke:#12171e}
            .lg-gained{stroke:#e6eaf0}
            .lg-s1{stroke:#4aa3df}.lg-s2{stroke:#f0b84a}.lg-s3{stroke:#2dbd92}
            .lg-s4{stroke:#e29cc6}.lg-s5{stroke:#9bd5f7}.lg-s6{stroke:#f08245}.lg-s0{stroke:#77828f}
            """;

    /** What a picture needs that stands alone. */
    static final String ALONE = "svg.lg-picture{max-width:100%}\n";

    /** What pages need; everything stays below the class lodegraph, so that a page around it keeps its looks. */
    static final String PAGE = """
            .lodegraph{color-scheme:light;background:#fff;color:#1b2430;line-height:1.5;font-size:16px;\
            font-family:system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;padding:1px 0;\
            overflow-wrap:anywhere}
            .lodegraph :is(h1,h2,h3,h4){line-height:1.2;margin:2.2em 0 .5em;color:inherit}
            .lodegraph h1{font-size:1.9em;margin:.6em 0 .3em;letter-spacing:-.01em}
            .lodegraph h2{font-size:1.4em;padding-top:.9em;border-top:1px solid #dde2e8}
            .lodegraph h3{font-size:1.15em}
            .lodegraph h4{font-size:1em}
            .lodegraph .lg-lead{color:#566170;margin:0 0 1.2em;max-width:44em}
            .lodegraph h1+.lg-lead{font-size:1.1em}
            .lodegraph nav ol{columns:18em;padding-left:1.4em;margin:1em 0}
            .lodegraph a{color:#0067a5}
            .lodegraph figure{margin:1.8em 0}
            .lodegraph figcaption{margin-bottom:.7em;font-weight:600}
            .lodegraph figcaption span{display:block;font-weight:400;font-size:.82em;color:#566170}
            .lodegraph .lg-scroll{overflow-x:auto;padding-bottom:2px;background:\
            linear-gradient(90deg,#fff 40%,#fff0) left/36px 100% no-repeat local,\
            linear-gradient(270deg,#fff 40%,#fff0) right/36px 100% no-repeat local,\
            linear-gradient(90deg,#1b243040,#1b243000) left top/14px calc(100% - 3px) no-repeat scroll,\
            linear-gradient(270deg,#1b243040,#1b243000) right top/14px calc(100% - 3px) no-repeat scroll}
            .lodegraph .lg-pair{display:flex;flex-wrap:wrap;gap:1.2em}
            .lodegraph .lg-pair>div{flex:1 1 0}
            .lodegraph .lg-pair b{display:block;font-size:.9em;margin-bottom:.3em}
            .lodegraph svg.lg-picture{display:block;width:100%;background:transparent}
            .lodegraph table{border-collapse:collapse;font-size:.9em;min-width:min(100%,26em);background:transparent;\
            color:inherit;margin:0}
            .lodegraph tr{background:none}
            .lodegraph :is(th,td){padding:.36em .9em .36em 0;text-align:left;vertical-align:top;background:none;\
            border:0;border-bottom:1px solid #e6eaee;overflow-wrap:normal}
            .lodegraph :is(th,td):last-child{padding-right:.2em}
            .lodegraph td:not(.lg-n){min-width:6.8em}
            .lodegraph td.lg-word{white-space:nowrap}
            .lodegraph td.lg-wide{white-space:normal;min-width:9em}
            .lodegraph sup{line-height:0}
            .lodegraph td.lg-long{min-width:min(17em,45vw)}
            .lodegraph thead th{border-bottom:2px solid #9aa4b1;vertical-align:bottom;font-weight:600}
            .lodegraph th span{display:block;font-weight:400;font-size:.86em;color:#566170}
            .lodegraph .lg-n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
            .lodegraph .lg-share{background:linear-gradient(#63b7e6,#63b7e6) no-repeat left bottom}
            .lodegraph tfoot td{font-weight:600;border-top:2px solid #9aa4b1;border-bottom:0}
            .lodegraph .lg-unknown{color:#566170;font-style:italic}
            .lodegraph .lg-why{font-size:.82em;color:#566170;margin:.4em 0 0;line-height:1.2}
            .lodegraph .lg-note{margin:1em 0;padding:.6em .9em;border-left:4px solid #9aa4b1;background:#f5f7f9;\
            border-radius:0 4px 4px 0;max-width:46em}
            .lodegraph .lg-note b{display:block;font-size:.75em;letter-spacing:.06em;text-transform:uppercase;\
            color:#566170}
            .lodegraph .lg-finding{border-color:#0067a5}
            .lodegraph .lg-warning{border-color:#bf4f00}
            .lodegraph .lg-assumption{border-color:#e8a317}
            .lodegraph details{margin:.7em 0;font-size:.95em}
            .lodegraph summary{cursor:pointer}
            .lodegraph .lg-twin>summary{color:#566170;font-size:.88em}
            .lodegraph .lg-foot{font-size:.88em}
            .lodegraph .lg-foot li{margin:.35em 0}
            .lodegraph .lg-foot details{margin:0;font-size:1em}
            .lodegraph .lg-tree,.lodegraph .lg-tree ul{list-style:none;margin:0;padding:0 0 0 1.1em}
            .lodegraph .lg-tree{padding:0}
            .lodegraph .lg-tree ul{border-left:1px solid #c9d0d8}
            .lodegraph .lg-tree li{margin:.25em 0}
            .lodegraph .lg-tree i{color:#566170;font-style:normal;font-size:.88em}
            @media print{
            .lodegraph{font-size:10.5pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
            .lodegraph figure:not(:has(tbody>:nth-child(16))),.lodegraph figure:has(svg),.lodegraph figcaption,\
            .lodegraph tr,.lodegraph .lg-note{break-inside:avoid}
            .lodegraph :is(h1,h2,h3,figcaption,thead){break-after:avoid}
            .lodegraph .lg-scroll{overflow:visible;background:none}
            .lodegraph svg.lg-picture{zoom:var(--lg-print,.85)}
            .lodegraph table{font-size:.85em}
            .lodegraph table :is(th,td){min-width:0;padding-right:.6em}
            .lodegraph nav,.lodegraph .lg-twin{display:none}
            .lodegraph summary{list-style:none}
            }
            """;

    /** What pages need where it is dark. */
    static final String PAGE_DARK = """
            .lodegraph{color-scheme:dark;background:#12171e;color:#e6eaf0}
            .lodegraph a{color:#7cc0ee}
            .lodegraph .lg-scroll{background-image:linear-gradient(90deg,#12171e 40%,#12171e00),\
            linear-gradient(270deg,#12171e 40%,#12171e00),linear-gradient(90deg,#000c,#0000),\
            linear-gradient(270deg,#000c,#0000)}
            .lodegraph h2{border-color:#2b343f}
            .lodegraph :is(th,td){border-color:#262f39}
            .lodegraph thead th,.lodegraph tfoot td{border-color:#77828f}
            .lodegraph .lg-share{background-image:linear-gradient(#2f78a8,#2f78a8)}
            .lodegraph :is(.lg-lead,figcaption span,th span,.lg-twin>summary,.lg-why,.lg-unknown,.lg-note b,.lg-tree i){color:#a4afbd}
            .lodegraph .lg-note{background:#1a212a}
            .lodegraph .lg-finding{border-color:#4aa3df}
            .lodegraph .lg-warning{border-color:#f08245}
            .lodegraph .lg-assumption{border-color:#f0b84a}
            .lodegraph .lg-tree ul{border-color:#3a4551}
            """;

    /** What a page of our own needs. */
    static final String BODY = """
            html{background:#fff;-webkit-text-size-adjust:100%}
            body{margin:0}
            body.lodegraph main{max-width:900px;margin:0 auto;padding:1.2em clamp(14px,4vw,32px) 4em}
            @media screen and (min-width:1180px){
            body.lodegraph main .lg-broad{width:1120px;margin-left:calc(50% - 560px)}
            body.lodegraph main .lg-scroll:has(table){width:max-content;min-width:100%;max-width:calc(100% + 140px)}
            }
            @page{margin:18mm}
            @media print{
            body.lodegraph main{max-width:none;padding:0}
            .lodegraph details::details-content{content-visibility:visible;block-size:auto}
            }
            """;

    /** What a page of our own needs where it is dark. */
    static final String BODY_DARK = "html{background:#12171e}\n";

    /** How the notebooks that we know say that they are dark: Jupyter, VS Code and Colab. */
    private static final String DARK_NOTEBOOK = """
            :is([data-jp-theme-light=false],[data-vscode-theme-kind=vscode-dark],\
            [data-vscode-theme-kind=vscode-high-contrast],html[theme=dark])""";

    /**
     * What a piece of a page of others needs. It takes the room that there is, whatever it holds: the converter of notebooks
     * puts outputs into the cells of tables, which grow. On small screens it takes the room of the number beside it too.
     */
    private static final String PIECE = """
            .lodegraph{display:grid;grid-template-columns:minmax(0,1fr)}
            @media screen and (max-width:480px){
            .jp-OutputPrompt:has(+*>.lodegraph){display:none}
            .jp-OutputArea-output:has(>.lodegraph){padding:0}
            .lodegraph svg.lg-picture{zoom:.94}
            }
            @media print{
            .jp-OutputArea-child:has(.lodegraph){break-inside:auto}
            }
            """;

    /** Pages of others have looks of their own for tables, in some classes; what is not an id we do not have stands above. */
    private static final String FIRM = ".lodegraph:not(#_) ";

    /** The style of a page of our own. It is as light or dark as its reader likes. */
    static String page() {
        return BODY + PAGE + PICTURE + liked(BODY_DARK + PAGE_DARK + PICTURE_DARK);
    }

    /** The style of a picture that stands alone. */
    static String alone() {
        return PICTURE + liked(PICTURE_DARK) + ALONE;
    }

    private static String liked(String dark) {
        return "@media screen and (prefers-color-scheme:dark){\n" + dark + "}\n";
    }

    /** The style of a piece of a page of others. It is dark where that page says that it is. */
    static String piece() {
        return (PAGE + PIECE + PICTURE + "@media screen{\n" + DARK_NOTEBOOK + "{\n" + PAGE_DARK + PICTURE_DARK + "}}\n")
                .replace(".lodegraph ", FIRM)
                .replace("\n", ""); // a notebook has a piece for each answer, and stores each line of it as a line
    }

    private Style() {}
}
