package io.exoscout.attack;

import java.util.List;

/** Addresses that climb, hide or lead nowhere, and verbs that nobody needs. */
final class AddressAttacks {

	private static final List<String> UP = List.of("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "..\\", "....//",
			"..;/", "%252e%252e%252f", "..%c0%af", "%uff0e%uff0e/", "..%00/", "./../", ".%2e/");

	private static final List<String> FILES = List.of("etc/passwd", "proc/self/environ", "WEB-INF/web.xml",
			"application.yml", "database/exoscout.mv", "blobs/");

	private static final List<String> ROOTS = List.of("/", "/_next/static/", "/docs/", "/exo-scout-jobs-api/jobs/",
			"/exo-scout-predictor/models/", "/get-exoplanets/", "/v3/api-docs/", "/actuator/", "/v2/models/",
			"/exo-scout-jobs-api/objects/");

	private static final List<String> ODD = List.of("%00", "%0d%0aX:%201", "%0a", "%80", "%ff", "%c0%80", "%ed%a0%80",
			"%", "%4", "%zz", "%25", "%7f", "a%2fb", "a%5cb", ";", ";a=b", "a;jsessionid=1", "%20", "%e2%80%ae",
			"a".repeat(5000), "..", ".", "%2e", "~", "null", "undefined", "-1", "NaN", "true", "%7b%7d", "%5b%5d",
			"$where", "__proto__", "constructor", "%3cscript%3e", "'%20or%201=1--", "${7*7}", "%24%7b7*7%7d",
			"%23%7b7*7%7d", "*", "?", "!", "@", "(", ")", "%3f", "class.module.classLoader");

	private static final List<String> METHODS = List.of("GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE",
			"CONNECT", "PROPFIND", "MKCOL", "MOVE", "COPY", "LOCK", "SEARCH", "PURGE", "DEBUG", "TRACK", "get", "POSTX",
			"X");

	private static final List<String> ADDRESSES = List.of("/", "/health", "/docs", "/exo-scout-orchestrator",
			"/exo-scout-orchestrator/inspect", "/exo-scout-orchestrator/options", "/exo-scout-jobs-api/jobs",
			"/exo-scout-jobs-api/workers", "/exo-scout-predictor", "/exo-scout-predictor/models",
			"/exo-scout-predictor/features", "/get-exoplanets", "/save-exoplanet", "/v2", "/v2/health/live",
			"/actuator/health");

	private static final List<String> INSIDES = List.of("env", "heapdump", "threaddump", "beans", "mappings",
			"configprops", "loggers", "shutdown", "httptrace", "httpexchanges", "caches", "conditions",
			"scheduledtasks", "sessions", "jolokia", "gateway/routes", "refresh", "restart", "logfile", "startup",
			"health/db", "metrics/jvm.memory.used");

	private AddressAttacks() {
	}

	static void addTo(Attacks attacks, String job) {
		for (String root : ROOTS) {
			for (String up : UP) {
				for (String file : FILES) {
					attacks.refused("traversal", root + up.repeat(4) + file,
							RawRequest.get(root + up.repeat(4) + file));
				}
			}
			for (String odd : ODD) {
				attacks.harmless("odd names", root + odd, RawRequest.get(root + odd));
				attacks.harmless("odd names", root + odd + " deeper", RawRequest.get(root + odd + "/result"));
			}
		}
		for (String odd : ODD) {
			attacks.refused("documents of the API", odd, RawRequest.get("/v3/api-docs/none-" + odd));
			attacks.harmless("documents of the API", "group " + odd, RawRequest.get("/v3/api-docs?group=" + odd));
			attacks.harmless("odd names", "object " + odd,
					RawRequest.get("/exo-scout-jobs-api/jobs/" + job + "/candidates/" + odd));
			attacks.harmless("odd names", "version " + odd, RawRequest.get("/v2/models/" + job + "/versions/" + odd));
			attacks.harmless("odd names", "alias " + odd, RawRequest.get("/exo-scout-predictor/models/aliases/" + odd));
		}
		for (String method : METHODS) {
			for (String address : ADDRESSES) {
				attacks.harmless("verbs", method + " " + address, RawRequest.request(method, address).bytes());
			}
			for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
				attacks.harmless("verbs", header + " " + method,
						RawRequest.get("/exo-scout-jobs-api/jobs/" + job, header + ": " + method));
				attacks.refused("verbs", "_method " + method,
						RawRequest.get("/exo-scout-jobs-api/jobs/" + job + "?_method=" + method));
			}
		}
		for (String inside : INSIDES) {
			for (String way : List.of("/actuator/", "/manage/", "/actuator;/", "/%61ctuator/", "//actuator/",
					"/Actuator/")) {
				attacks.refused("insides", way + inside, RawRequest.get(way + inside));
				attacks.refused("insides", "POST " + way + inside, RawRequest.json(way + inside, "{}"));
			}
		}
	}

}
