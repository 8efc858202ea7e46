package io.exoscout.stream;

import java.util.LinkedHashSet;
import java.util.Set;

import io.exoscout.stream.course.StreamEngine;
import io.exoscout.stream.definition.KnownStream;

/** An engine that notes what it is to run, and runs nothing. */
final class StillEngine implements StreamEngine {

	final Set<String> running = new LinkedHashSet<>();

	final Set<String> refused = new LinkedHashSet<>();

	private final int room;

	StillEngine(int room) {
		this.room = room;
	}

	@Override
	public void run(KnownStream stream) {
		if (this.refused.contains(stream.id())) {
			throw new IllegalStateException("no");
		}
		this.running.add(stream.id());
	}

	@Override
	public void halt(String stream) {
		this.running.remove(stream);
	}

	@Override
	public boolean runs(String stream) {
		return this.running.contains(stream);
	}

	@Override
	public Set<String> running() {
		return Set.copyOf(this.running);
	}

	@Override
	public boolean hasRoom() {
		return this.running.size() < this.room;
	}

	@Override
	public boolean isWorn() {
		return false;
	}

	@Override
	public void forget(String stream) {
		// it has kept nothing
	}

}
