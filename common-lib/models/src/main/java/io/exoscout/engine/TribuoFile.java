package io.exoscout.engine;

import org.tribuo.Model;
import org.tribuo.classification.Label;

/** A model in Tribuo's own form. */
final class TribuoFile {

	private TribuoFile() {
	}

	static byte[] write(Model<Label> model) {
		return model.serialize().toByteArray();
	}

}
