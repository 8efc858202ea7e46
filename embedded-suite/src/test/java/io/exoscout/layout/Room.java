package io.exoscout.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A package on the map.
 *
 * @param module the module it is in
 * @param mayImport the packages it may import, itself among them
 */
record Room(String module, List<String> mayImport) {

	/** All rooms of a map, by package, in the map's order. */
	static Map<String, Room> on(String map) {
		Map<String, Room> rooms = new LinkedHashMap<>();
		String module = "";
		Room last = null;
		for (String line : map.lines().toList()) {
			List<String> words = List.of(line.strip().split("\\s+"));
			if (line.endsWith(":")) {
				module = line.substring(0, line.length() - 1);
			}
			else if (line.startsWith("   ")) {
				last.mayImport.addAll(words);
			}
			else {
				last = new Room(module, new ArrayList<>(words));
				rooms.put(words.get(0), last);
			}
		}
		return rooms;
	}

}
