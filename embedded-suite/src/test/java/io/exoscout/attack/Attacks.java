package io.exoscout.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.exoscout.attack.Attack.Expected;

/** Some ten thousand attacks in fifty kinds, the same ones each time. */
public final class Attacks {

	private final List<Attack> all = new ArrayList<>();

	private Attacks() {
	}

	/**
	 * All of them.
	 * @param job a completed training, at which some are aimed
	 * @param table a table that is trained on
	 */
	public static List<Attack> at(String job, String table) {
		Attacks attacks = new Attacks();
		Random chance = new Random(20_261_127);
		FramingAttacks.addTo(attacks);
		AddressAttacks.addTo(attacks, job);
		HeaderAttacks.addTo(attacks, job);
		ParameterAttacks.addTo(attacks, job);
		JsonAttacks.addTo(attacks, job, chance);
		FormAttacks.addTo(attacks, job, table);
		TableAttacks.addTo(attacks, table, chance);
		FileAttacks.addTo(attacks, table, chance);
		return List.copyOf(attacks.all);
	}

	/**
	 * Those of callers with a key, at a suite where another one has a job and a planet.
	 * @param job of somebody else
	 * @param planet of somebody else
	 * @param reader the key of a reader
	 * @param analyst the key of an analyst
	 */
	public static List<Attack> byCallers(String job, String planet, String reader, String analyst) {
		Attacks attacks = new Attacks();
		RoleAttacks.addTo(attacks, job, planet, reader, analyst);
		return List.copyOf(attacks.all);
	}

	void refused(String kind, String what, byte[] request) {
		this.all.add(new Attack(kind, shown(what), request, Expected.REFUSAL));
	}

	void harmless(String kind, String what, byte[] request) {
		this.all.add(new Attack(kind, shown(what), request, Expected.ANYTHING_HARMLESS));
	}

	private static String shown(String what) {
		String one = what.replaceAll("[^\\x20-\\x7e]", "?");
		return (one.length() > 100) ? one.substring(0, 100) + "…" : one;
	}

}
