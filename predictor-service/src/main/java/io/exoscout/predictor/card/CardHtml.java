package io.exoscout.predictor.card;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

/**
 * Writes a page. Everything but the tags written here is escaped: labels, names of
 * columns and whole sentences may come from somebody else's file.
 */
final class CardHtml {

	private static final String STYLE = "<style>body{font-family:sans-serif;max-width:70rem;margin:1rem auto;padding:0 1rem}"
			+ "table{border-collapse:collapse}th,td{border:1px solid #bbb;padding:.2rem .6rem;text-align:left;"
			+ "vertical-align:top;overflow-wrap:anywhere}th{white-space:nowrap}td{min-width:4rem}</style>\n";

	private final StringBuilder html = new StringBuilder();

	CardHtml(String title) {
		this.html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
			.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
			.append(escaped(title))
			.append("</title>\n")
			.append(STYLE)
			.append("</head>\n<body>\n<h1>")
			.append(escaped(title))
			.append("</h1>\n");
	}

	CardHtml heading(String text) {
		this.html.append("<h2>").append(escaped(text)).append("</h2>\n");
		return this;
	}

	CardHtml paragraph(@Nullable String text) {
		if (text != null) {
			this.html.append("<p>").append(escaped(text)).append("</p>\n");
		}
		return this;
	}

	CardHtml list(List<String> sentences) {
		this.html.append("<ul>\n");
		sentences.forEach((text) -> this.html.append("<li>").append(escaped(text)).append("</li>\n"));
		this.html.append("</ul>\n");
		return this;
	}

	/** A table with a line of headings; the first cell of each row heads its row. */
	CardHtml table(List<String> headings, List<List<String>> rows) {
		this.html.append("<table>\n<thead><tr>");
		headings.forEach((cell) -> cell("th scope=\"col\"", "th", cell));
		this.html.append("</tr></thead>\n<tbody>\n");
		for (List<String> row : rows) {
			this.html.append("<tr>");
			for (int i = 0; i < row.size(); i++) {
				cell((i == 0) ? "th scope=\"row\"" : "td", (i == 0) ? "th" : "td", row.get(i));
			}
			this.html.append("</tr>\n");
		}
		this.html.append("</tbody>\n</table>\n");
		return this;
	}

	/** A link to an address of ours. */
	CardHtml link(String address, String text) {
		this.html.append("<p><a href=\"")
			.append(escaped(address))
			.append("\">")
			.append(escaped(text))
			.append("</a></p>\n");
		return this;
	}

	String page() {
		return this.html + "</body>\n</html>\n";
	}

	private void cell(String open, String close, String text) {
		this.html.append('<').append(open).append('>').append(escaped(text)).append("</").append(close).append('>');
	}

	private static String escaped(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
