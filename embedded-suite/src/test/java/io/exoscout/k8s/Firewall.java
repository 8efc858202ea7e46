package io.exoscout.k8s;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the network policies of a namespace let through. Knows what the manifests use:
 * label selectors, names of namespaces, blocks of addresses, numbers and names of ports.
 *
 * @param policies all of the namespace
 */
record Firewall(List<JsonNode> policies) {

	/**
	 * Who stands at the other end: labels of a pod in this namespace, or a place
	 * elsewhere.
	 */
	record PolicyPeer(JsonNode labels, String place) {

		static PolicyPeer pod(JsonNode labels) {
			return new PolicyPeer(labels, "");
		}

		/** Any pod of another namespace. */
		static PolicyPeer in(String namespace) {
			return new PolicyPeer(JsonMapper.shared().createObjectNode(), namespace);
		}

	}

	/** Whether a pod takes a connection from somebody. */
	boolean takes(JsonNode pod, PolicyPeer from, String port) {
		return lets("Ingress", pod, "from", from, port);
	}

	/** Whether a pod may open a connection to somebody. */
	boolean opens(JsonNode pod, PolicyPeer to, String port) {
		return lets("Egress", pod, "to", to, port);
	}

	private boolean lets(String direction, JsonNode pod, String end, PolicyPeer peer, String port) {
		List<JsonNode> ours = this.policies.stream()
			.map((policy) -> policy.path("spec"))
			.filter((spec) -> contains(spec.path("policyTypes"), direction))
			.filter((spec) -> Rendered.matches(spec.path("podSelector"), pod))
			.toList();
		return ours.isEmpty() || ours.stream()
			.flatMap((spec) -> spec.path(direction.toLowerCase(Locale.ROOT)).valueStream())
			.anyMatch((rule) -> fits(rule.path(end), peer) && fits(rule.path("ports"), port));
	}

	private static boolean fits(JsonNode peers, PolicyPeer peer) {
		return peers.isMissingNode() || peers.valueStream().anyMatch((each) -> is(each, peer));
	}

	private static boolean is(JsonNode selector, PolicyPeer peer) {
		if (selector.has("ipBlock")) {
			return selector.at("/ipBlock/cidr").asString().equals(peer.place());
		}
		if (selector.has("namespaceSelector")) {
			return selector.path("namespaceSelector")
				.path("matchLabels")
				.path("kubernetes.io/metadata.name")
				.asString()
				.equals(peer.place());
		}
		return peer.place().isEmpty() && Rendered.matches(selector.path("podSelector"), peer.labels());
	}

	private static boolean fits(JsonNode ports, String port) {
		return ports.isMissingNode()
				|| ports.valueStream().anyMatch((each) -> each.path("port").asString().equals(port));
	}

	private static boolean contains(JsonNode list, String word) {
		return list.valueStream().map(JsonNode::asString).anyMatch(word::equals);
	}

	/**
	 * Some who have no business here: another pod of this namespace, and other
	 * namespaces.
	 */
	static Stream<PolicyPeer> strangers() {
		JsonNode other = JsonMapper.shared().createObjectNode().put("app.kubernetes.io/name", "something-else");
		return Stream.of(PolicyPeer.pod(other), PolicyPeer.in("default"), PolicyPeer.in("kube-system"));
	}

}
