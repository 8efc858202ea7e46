package io.exoscout.attack;

import java.util.List;

/** Requests that are no HTTP, or that two readers would cut differently. */
final class FramingAttacks {

	private static final List<String> PATHS = List.of("/exo-scout-orchestrator", "/exo-scout-orchestrator/inspect",
			"/exo-scout-predictor", "/save-exoplanet");

	/** What a reader who cuts differently would take for a request of its own. */
	private static final String SECOND = "GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

	private static final List<String> LENGTHS = List.of("-1", "+5", "0x5", "5 5", "5,5", "5, 6", "1e1", "5.0", "٥", "a",
			"99999999999999999999", "9223372036854775807", "18446744073709551616", "\"5\"", "5;6", "");

	private static final List<String> CODINGS = List.of("chunked, identity", "identity, chunked, gzip", "x", "chunkedx",
			"chunked; q=1", "gzip", "chunked,chunked", "\"chunked\"", "chu\tnked", "deflate, chunked");

	private static final List<String> CHUNKS = List.of("-1\r\nabc\r\n0\r\n\r\n", "zz\r\nabc\r\n0\r\n\r\n",
			"0x3\r\nabc\r\n0\r\n\r\n", "3 3\r\nabc\r\n0\r\n\r\n", "3\r\nabcdef\r\n0\r\n\r\n",
			"ffffffffffffffff\r\nabc\r\n0\r\n\r\n", "7fffffff\r\nabc", "80000000\r\nabc", "\r\nabc\r\n0\r\n\r\n",
			"3;\0=x\r\nabc\r\n0\r\n\r\n", "3\nabc\n0\n\n", "+3\r\nabc\r\n0\r\n\r\n",
			"3;" + "x".repeat(20_000) + "\r\nabc\r\n0\r\n\r\n", "000000000000000000003\r\nabc\r\n0\r\n\r\n",
			"3\r\nabc0\r\n\r\n", "3\rabc\r0\r\r");

	private static final List<String> TRAILERS = List.of("Content-Length: 5", "no colon", ": empty", "X\0Y: 1",
			"X: " + "y".repeat(20_000), "Host: evil.example", "Transfer-Encoding: chunked", " folded: 1", "X : 1",
			"\u00e9: 1");

	private static final List<String> LINES = List.of("GET", "GET /", "GET / HTTP/1.1 x", "GET  /  HTTP/1.1",
			"GET / HTTP/9.9", "GET / HTTP/1.12", "GET / HTTP/-1.1", "GET / http/1.1", "GET / FTP/1.1",
			"G\0T / HTTP/1.1", "GET\t/\tHTTP/1.1", "GET /\0 HTTP/1.1", "GET /a b HTTP/1.1", "(GET) / HTTP/1.1",
			"G{T / HTTP/1.1", "GET \\ HTTP/1.1", "GET health HTTP/1.1", "GET * HTTP/1.1", "GET /health#x HTTP/1.1",
			"GET /he|lth HTTP/1.1", "GET /\u00e9 HTTP/1.1", "CONNECT evil.example:443 HTTP/1.1",
			"GET http://evil.example/ HTTP/1.1", "GET ftp://localhost/ HTTP/1.1", "GET //evil.example/health HTTP/1.1",
			"PRI * HTTP/2.0", "\u0016\u0003\u0001\u0002", "AMQP\0\0\t\1", "x".repeat(9000) + " / HTTP/1.1",
			"GET /" + "x".repeat(70_000) + " HTTP/1.1", "GET /?" + "a=1&".repeat(20_000) + " HTTP/1.1");

	private static final List<String> HEADERS = List.of("no colon", ": no name", "X Y: 1", "X\0: 1", "X: a\0b",
			"X: a\rb", " X: folded", "X:\r\n folded", "X(: 1", "\u00e9: 1", "X: \u0001\u0002", "X\u007f: 1",
			"Host: evil.example", "Content-Length: 3\r\nContent-Length: 4", "X: " + "y".repeat(70_000));

	private FramingAttacks() {
	}

	static void addTo(Attacks attacks) {
		for (String path : PATHS) {
			String line = "POST " + path + " HTTP/1.1";
			for (String length : LENGTHS) {
				attacks.refused("length of a body", length,
						RawRequest
							.head(line, RawRequest.HOST, "Content-Type: application/json", "Content-Length: " + length)
							.text("{\"a\":")
							.bytes());
				attacks.refused("length of a body", "twice " + length,
						RawRequest.head(line, RawRequest.HOST, "Content-Length: 3", "Content-Length: " + length)
							.text("abc")
							.bytes());
			}
			for (String coding : CODINGS) {
				attacks.refused("transfer coding", coding,
						RawRequest.head(line, RawRequest.HOST, "Transfer-Encoding: " + coding)
							.text("3\r\nabc\r\n0\r\n\r\n")
							.bytes());
				attacks.refused("smuggling", "length and " + coding,
						RawRequest.head(line, RawRequest.HOST, "Content-Length: 4", "Transfer-Encoding: " + coding)
							.text("0\r\n\r\n" + SECOND)
							.bytes());
			}
			attacks.refused("smuggling", "length and chunked", RawRequest
				.head(line, RawRequest.HOST, "Content-Length: 4", "Transfer-Encoding: chunked", "Connection: close")
				.text("0\r\n\r\n" + SECOND)
				.bytes());
			attacks.refused("smuggling", "chunked by HTTP/1.0", RawRequest
				.head("POST " + path + " HTTP/1.0", RawRequest.HOST, "Content-Length: 2", "Transfer-Encoding: chunked")
				.text("0\r\n\r\n" + SECOND)
				.bytes());
			for (String name : List.of("Transfer-Encoding ", "Transfer_Encoding", "\tTransfer-Encoding",
					"Transfer-Encoding\0")) {
				attacks.refused("smuggling", name,
						RawRequest
							.head(line, RawRequest.HOST, "Content-Type: application/json", "Content-Length: 5",
									name + ": chunked", "Connection: close")
							.text("0\r\n\r\n" + SECOND)
							.bytes());
			}
			for (String chunks : CHUNKS) {
				attacks.refused("chunks", chunks,
						RawRequest
							.head(line, RawRequest.HOST, "Content-Type: application/json", "Transfer-Encoding: chunked",
									"Connection: close")
							.text(chunks)
							.bytes());
			}
			for (String trailer : TRAILERS) {
				attacks.refused("trailers", trailer,
						RawRequest
							.head(line, RawRequest.HOST, "Content-Type: application/json", "Transfer-Encoding: chunked",
									"Connection: close")
							.text("3\r\nabc\r\n0\r\n" + trailer + "\r\n\r\n")
							.bytes());
			}
		}
		for (String line : LINES) {
			attacks.harmless("request line", line, RawRequest.head(line, RawRequest.HOST, "Connection: close").bytes());
			attacks.harmless("request line", "without a host: " + line, RawRequest.head(line).bytes());
		}
		for (String header : HEADERS) {
			for (String method : List.of("GET", "POST", "DELETE")) {
				attacks.refused("header lines", method + " " + header,
						RawRequest
							.head(method + " /exo-scout-jobs-api/jobs/none HTTP/1.1", RawRequest.HOST,
									"Connection: close", header)
							.bytes());
			}
		}
		for (int many : List.of(101, 500, 5000)) {
			attacks.refused("header lines", many + " of them",
					RawRequest
						.head(("GET /nowhere HTTP/1.1\r\n" + RawRequest.HOST + "\r\n" + "X: 1\r\n".repeat(many)
								+ "Connection: close"))
						.bytes());
		}
		attacks.refused("header lines", "two hosts",
				RawRequest.head("GET /health HTTP/1.1", RawRequest.HOST, RawRequest.HOST).bytes());
		attacks.refused("header lines", "no host",
				RawRequest.head("GET /health HTTP/1.1", "Connection: close").bytes());
	}

}
