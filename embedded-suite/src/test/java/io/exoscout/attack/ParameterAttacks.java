package io.exoscout.attack;

import java.util.List;

/** Parameters of the wrong kind, of no size, or with something to say to a database. */
final class ParameterAttacks {

	private static final List<String> NUMBERS = List.of("-1", "0", "1e9", "1e999", "-1e999", "NaN", "Infinity", "-0",
			"0x10", "1_000", "1,5", "%D9%A3", "1%00", "9999999999999999999999", "2147483648", "-2147483649", "1.", ".",
			"%2B", "1%202", "", "null", "true", "%5B%5D", "%7B%7D", "1".repeat(3000), "1e-400", "4.9e-324",
			"0.0000000000000000000000000001", "1f", "1d", "٣");

	private static final List<String> WORDS = List.of("$ne", "%7B%22$gt%22:%22%22%7D",
			"%7B%22$where%22:%22sleep(1000)%22%7D", "'%20or%20'1'='1", "%22;db.dropDatabase();//", "(a%2B)%2B$",
			"(%3Fi)x", ".*", "%5C", "%5B", "%00", "%0d%0aSet-Cookie:a=b", "%3Cscript%3Ealert(1)%3C/script%3E",
			"=cmd%7C'/c%20calc'!A1", "@SUM(1)", "%2B1", "%09=1", "$%7B7*7%7D", "%23%7B7*7%7D", "%7B%7B7*7%7D%7D",
			"a".repeat(6000), "%e2%80%ae", "%F0%9F%AA%90", "%ff%fe", "..%2f..%2fetc", "http://169.254.169.254/",
			"file:///etc/passwd", "class.classLoader", "__proto__", "T(java.lang.Runtime)", "\u00e9", "%25", "%", "%zz",
			"%ed%a0%80");

	private static final List<String> LISTS = List.of("/exo-scout-jobs-api/jobs?limit=",
			"/exo-scout-predictor/models?limit=", "/get-exoplanets?limit=", "/get-exoplanets?min_radius=",
			"/get-exoplanets?max_distancia_ly=", "/get-exoplanets/cone?DEC=0&SR=1&RA=",
			"/get-exoplanets/cone?RA=0&SR=1&DEC=", "/get-exoplanets/cone?RA=0&DEC=0&SR=",
			"/exo-scout-predictor/audit?limit=", "/exo-scout-jobs-api/objects?name=K1&limit=");

	private static final List<String> SEARCHES = List.of("/exo-scout-jobs-api/jobs?model_name=",
			"/exo-scout-jobs-api/jobs?status=", "/exo-scout-jobs-api/jobs?cursor=", "/exo-scout-jobs-api/jobs?fields=",
			"/exo-scout-jobs-api/objects?name=", "/exo-scout-jobs-api/objects/verdicts?tag=",
			"/exo-scout-predictor/models?mission=", "/exo-scout-predictor/models?order=",
			"/exo-scout-predictor/models?cursor=", "/exo-scout-predictor/models/compare?ids=",
			"/exo-scout-predictor/audit?caller=", "/exo-scout-predictor/audit?from=",
			"/exo-scout-predictor/audit?cursor=", "/get-exoplanets?q=", "/get-exoplanets?tipo=",
			"/get-exoplanets?sort=", "/get-exoplanets?cursor=", "/get-exoplanets?fields=",
			"/exo-scout-jobs-api/objects/verdict?name=");

	private ParameterAttacks() {
	}

	static void addTo(Attacks attacks, String job) {
		String of = "/exo-scout-jobs-api/jobs/" + job;
		for (String number : NUMBERS) {
			for (String list : LISTS) {
				attacks.harmless("numbers in parameters", list + number, RawRequest.get(list + number));
			}
			for (String list : List.of("/candidates?limit=", "/candidates?cursor=", "/candidates?min_probability=",
					"/objects?limit=", "/cone?DEC=0&SR=1&RA=")) {
				attacks.harmless("numbers in parameters", list + number, RawRequest.get(of + list + number));
			}
			for (String name : List.of("explain", "explain_min", "precision", "recall")) {
				attacks.harmless("numbers in parameters", name + "=" + number,
						RawRequest.json("/exo-scout-predictor?" + name + "=" + number,
								"{\"job_id\": \"" + job + "\", \"rows\": [{\"koi_period\": 1}]}"));
			}
		}
		for (String word : WORDS) {
			for (String search : SEARCHES) {
				attacks.harmless("words for a database", search + word, RawRequest.get(search + word));
			}
			for (String search : List.of("/candidates?q=", "/candidates?sort=", "/candidates?fields=",
					"/candidates?format=", "/objects?q=", "/result?format=", "/object?name=", "/judged?by=")) {
				attacks.harmless("words for a database", search + word, RawRequest.get(of + search + word));
			}
			for (String name : List.of("limit[$ne]", "limit[]", "limit.x", "$where", word)) {
				attacks.refused("names of parameters", name + " " + word, RawRequest
					.get("/exo-scout-jobs-api/jobs?" + name.replace("[", "%5B").replace("]", "%5D") + "=" + word));
			}
		}
		for (String twice : List.of("limit=1&limit=2", "limit=1&limit=1", "limit&limit", "limit=1;limit=2",
				"status=queued&status=error", "fields=a&fields=b")) {
			attacks.refused("repeated parameters", twice, RawRequest.get("/exo-scout-jobs-api/jobs?" + twice));
			attacks.refused("repeated parameters", "candidates " + twice, RawRequest.get(of + "/candidates?" + twice));
		}
		for (String cursor : List.of("AAAA", "eyJhIjoxfQ==", "e30=", "e30", "-", "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==",
				"////", "====", "%00", "2026-01-01T00:00:00Z", "9999999999999/none", "1_" + "a".repeat(64))) {
			for (String list : List.of("/exo-scout-jobs-api/jobs?cursor=", "/get-exoplanets?cursor=",
					"/exo-scout-predictor/models?cursor=", "/exo-scout-predictor/audit?cursor=",
					"/exo-scout-jobs-api/objects/verdicts?cursor=", of + "/candidates?cursor=")) {
				attacks.harmless("places in lists", cursor, RawRequest.get(list + cursor));
			}
		}
	}

}
