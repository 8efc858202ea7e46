package io.exoscout.attack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.exoscout.caller.NamedKey;
import io.exoscout.caller.Role;
import io.exoscout.caller.RouteRoles;

/** Callers with a key who try what is not theirs. */
final class RoleAttacks {

	/** What addresses look like that a careless guard takes for others. */
	private static final List<String> SPELLINGS = List.of("%s/", "%s?_method=GET", "%s;a=b", "%s%%2f", "/.%s", "/%s",
			"%s/.", "%s%%00", "%s#x", "%s?", "%s//");

	private static final List<String> COVERS = List.of("X-HTTP-Method-Override: GET", "X-Original-URL: /health",
			"X-Rewrite-URL: /health", "X-Forwarded-Prefix: /docs", "X-API-Key: ", "Authorization: ApiKey x",
			"Origin: http://localhost:3000", "X-Forwarded-For: 127.0.0.1");

	private RoleAttacks() {
	}

	static void addTo(Attacks attacks, String job, String planet, String reader, String analyst) {
		for (RouteRoles.Route route : RouteRoles.all()) {
			String address = route.template()
				.replace("/get-exoplanets/{id}", "/get-exoplanets/" + planet)
				.replace("{alias}", "champion")
				.replace("{name}", "K00001.01")
				.replaceAll("\\{\\w+\\}", job);
			if (route.role() != Role.READER) {
				send(attacks, "a reader's key", route.method(), address, reader);
				spelled(attacks, route.method(), address, reader);
			}
			boolean others = route.method().equals("DELETE") || address.endsWith("/cancel")
					|| address.endsWith("/retry") || route.role() == Role.ADMIN;
			if (others) {
				send(attacks, "an analyst's key at what is another's", route.method(), address, analyst);
				spelled(attacks, route.method(), address, analyst);
			}
			if (!route.method().equals("GET")) {
				almost(attacks, route.method(), address, analyst);
			}
		}
	}

	private static void send(Attacks attacks, String kind, String method, String address, String key) {
		for (String ifMatch : List.of("If-Match: *", "If-None-Match: *", "X: y")) {
			attacks.refused(kind, method + " " + address + " " + ifMatch,
					RawRequest.body(method, address, "application/json", body(address), "X-API-Key: " + key, ifMatch));
			attacks.refused(kind, method + " " + address + " in the authorization", RawRequest.body(method, address,
					"application/json", body(address), "Authorization: ApiKey " + key, ifMatch));
		}
		for (String cover : COVERS) {
			attacks.refused(kind + ", covered", method + " " + address + " " + cover,
					RawRequest.body(method, address, "application/json", body(address), "X-API-Key: " + key, cover));
		}
	}

	private static byte[] body(String address) {
		return (address.contains("alias") ? "{\"model\": \"mine\"}" : "{\"verdict\": \"planet\"}")
			.getBytes(StandardCharsets.US_ASCII);
	}

	private static void spelled(Attacks attacks, String method, String address, String key) {
		List<String> spelled = new ArrayList<>(SPELLINGS.stream().map((way) -> way.formatted(address)).toList());
		spelled.add(address.toUpperCase(Locale.ROOT));
		// its first letter, as a percent sign and digits
		spelled.add("/%" + Integer.toHexString(address.charAt(1)) + address.substring(2));
		for (String way : spelled) {
			attacks.refused("roles, spelled otherwise", method + " " + way, RawRequest.body(method, way,
					"application/json", body(address), "X-API-Key: " + key, "If-Match: *"));
		}
		for (String verb : List.of(method.toLowerCase(Locale.ROOT), method + "X", "PATCH", "MOVE")) {
			attacks.refused("roles, another verb", verb + " " + address,
					RawRequest.body(verb, address, "application/json", body(address), "X-API-Key: " + key));
		}
	}

	/** A key that is right but for a little. */
	private static void almost(Attacks attacks, String method, String address, String key) {
		for (String wrong : List.of(key.substring(1), key + "0", key.toLowerCase(Locale.ROOT),
				key.substring(0, key.length() - 1), key + "," + key, "*", "xsk_", "null", "' or 1=1 --",
				"{\"$ne\": null}", NamedKey.digest(key))) {
			attacks.refused("keys that are almost right", method + " " + address + " " + wrong.length(),
					RawRequest.body(method, address, "application/json", body(address), "X-API-Key: " + wrong));
		}
	}

}
