package io.exoscout.trainer;

/** The training was given up because its {@link TrainingWatch} said so. */
class TrainingStopped extends RuntimeException {

	TrainingStopped() {
		super("The training was stopped");
	}

}
