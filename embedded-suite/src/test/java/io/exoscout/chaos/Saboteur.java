package io.exoscout.chaos;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import io.exoscout.store.BlobSettings;
import io.exoscout.web.Cable;

/**
 * Lets things go wrong, several at a time, until as many processes were killed as
 * planned.
 */
final class Saboteur {

	private final Stage stage;

	private final ChaosPlan plan;

	private final Ledger ledger;

	private final Pace pace;

	private final Forger forger;

	private final AtomicInteger next = new AtomicInteger();

	Saboteur(Stage stage, ChaosPlan plan, Ledger ledger, Pace pace, Forger forger) {
		this.stage = stage;
		this.plan = plan;
		this.ledger = ledger;
		this.pace = pace;
		this.forger = forger;
	}

	/** What one of several saboteurs does. */
	Void run() throws InterruptedException {
		for (int number = this.next.getAndIncrement(); number < this.plan.kills(); number = this.next
			.getAndIncrement()) {
			this.pace.awaitKill(number);
			Random random = Chance.random(this.plan.seed(), -1 - number);
			happen(Chance.kill(number, random), random);
			this.pace.killed();
			happen(Chance.other(random), random);
		}
		return null;
	}

	private void happen(Chance chance, Random random) {
		Player player = player(chance.victim(), random);
		switch (chance.accident()) {
			case KILL -> end(player, "kill -9 of " + player.kind(), player::kill);
			case STOP -> end(player, "stop of " + player.kind(), player::stop);
			case CUT -> cut(any(this.stage.services(), random));
			case BLOCK -> block(any(any(this.stage.services(), random).cables(), random));
			case FILL -> fill();
			case FORGE -> this.forger.forge(random);
		}
	}

	/** Ends a process in some way, and starts another one in its place a little later. */
	void end(Player player, String what, Runnable how) {
		player.lock().lock();
		try {
			how.run();
			this.ledger.count(what);
			Pause.between(0, 1500);
			player.start();
			player.awaitReady();
		}
		finally {
			player.lock().unlock();
		}
	}

	private void cut(Service service) {
		service.cables().forEach(Cable::cut);
		this.ledger.count("connections cut");
	}

	private void block(Cable cable) {
		cable.block();
		Pause.between(500, 6000);
		cable.unblock();
		this.ledger.count("lines gone dead for a while");
	}

	private void fill() {
		if (this.plan.blobs() != BlobSettings.Kind.DIRECTORY) {
			this.ledger.count("disk not filled, which has no blobs");
			return;
		}
		if (!this.stage.volume().canBeFilled()) {
			this.ledger.count("disk not filled, which takes root");
			return;
		}
		this.stage.volume().fill();
		Pause.between(500, 3000);
		this.stage.volume().drain();
		this.ledger.count("disk full for a while");
	}

	private Player player(Chance.Victim victim, Random random) {
		return switch (victim) {
			case ORCHESTRATOR -> any(this.stage.orchestrators(), random);
			case TRAINER -> any(this.stage.trainers(), random);
			case SWEEPER -> any(this.stage.sweepers(), random);
			case PREDICTOR -> any(this.stage.predictors(), random);
			case DATABASE -> this.stage.database();
			case BROKER -> this.stage.broker();
		};
	}

	private static <T> T any(List<T> all, Random random) {
		return all.get(random.nextInt(all.size()));
	}

}
