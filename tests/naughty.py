"""Texts of a stranger that mean something somewhere: to a spreadsheet, to a browser, to Markdown, to a shell, to us."""

FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", "\0=1+1", " =1+1", "\u00a0=1+1", "\u3000=1+1", "\u200b=1+1",
    "\ufeff=1+1", "\u2060=1+1", "\u200e=1+1", "\u202e=1+1", "\x07=1+1", "\x0b=1+1", "\x1f=1+1", "\x85=1+1", "\u2028=1+1",
    "\uff1d1+1", "\uff0b1+1", "\uff0d1+1", "\uff20SUM(1)", "\u207a1", "\ufe62 1+x", "=cmd|'/C calc'!A0", '=DDE("cmd";"/C calc";"x")',
    '=HYPERLINK("http://127.0.0.1:9/x","here")', '=WEBSERVICE("http://127.0.0.1:9/")', '=IMPORTXML("http://127.0.0.1:9/","//a")',
    "{=1+1}\t=2", "-2+3+cmd|' /C calc'!A0", "=@x", "==1", "@@", "-", "=", "+", "\t", "=1;=2", "-x", "- a dash first", "+44 20 7946 0000 x",
)  # fmt: skip
INNER = ("a;=1+1", 'a;=HYPERLINK("http://127.0.0.1:9/")', "a\t=1+1", "a\n=1+1", "a\r\n-1+cmd", "a; \uff1d1", "a,=1+1")
NUMBERS = ("-5", "+3.2", "-1,200.50", "12", "00012", "-4 %", "1e5", "0x1F", "1/2", "2026-03-02", "007")
MARKDOWN = (
    "**bold**", "[a](javascript:alert(1))", "<b>bold</b>", "<script>window.hit = 1</script>", '"><svg onload="window.hit = 1">',
    "`code`", "$\\LaTeX$ $$x^2$$", ":red[warm]", ":material/home:", ":smile:", ":red-badge[x]", "# heading", "> quote", "- item", "1. item",
    "| a | b |", "~~gone~~", "---", "[^1]", "<!-- -->", "&lt;b&gt; &amp; &#x3c;", "\\", "a\\:b", "https://127.0.0.1:9/x", "www.example.invalid", "x@example.invalid", "{{7*7}} ${7*7} #{7}",
)  # fmt: skip
STRANGE = (
    "", " ", "null", "None", "NaN", "undefined", "true", "inf", "'; drop table ticket; --", '" or 1=1 --', "../../etc/passwd", "C:\\nul", "con", "%s%n%d {0} {x}",
    "e\u0301" * 40, "\u202egnp.exe", "\U0001f469\u200d\U0001f4bb", "\ud83d".encode("utf-16", "surrogatepass").decode("utf-16", "replace"), "\u0645\u0631\u062d\u0628\u0627", "\u4f60\u597d",
    "Zu\u0308rich", "\u00df\u1e9e\u0130\u0131", "x" * 300, "a\x00b\x07c", "\x1b[31mred", "\ufffe\uffff", "a\vb\fc", "--", "-h", "--help", "$(id)", "`id`", "| id", "\u00a0", "\u200b",
)  # fmt: skip
ALL = (*FORMULAS, *INNER, *NUMBERS, *MARKDOWN, *STRANGE)
