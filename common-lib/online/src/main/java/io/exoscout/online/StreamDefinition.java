package io.exoscout.online;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.exoscout.cleaning.StreamFeature;
import io.exoscout.logistic.StreamModel;
import io.exoscout.monitor.DriftWatch;
import io.exoscout.monitor.QualitySpan;
import org.jspecify.annotations.Nullable;

/**
 * What a stream is. All that its state depends on, and nothing else: another definition
 * is another stream.
 *
 * @param name what it is called
 * @param id the columns whose values together name an event; empty if events have no
 * names, which goes only with labels that come with the event
 * @param time the column of the event's time; null if events have none and follow each
 * other as they come, which goes without windows
 * @param keys the columns whose values together say whose the event is
 * @param allowedLateness how much earlier than the latest an event may have happened;
 * what is older is late
 * @param label what is to be predicted
 * @param features what from
 * @param model which model does
 * @param drift whether and how change is watched for
 * @param quality over what quality is told
 */
public record StreamDefinition(String name, List<String> id, @Nullable String time, List<String> keys,
		Duration allowedLateness, LabelRule label, List<StreamFeature> features, StreamModel model, DriftWatch drift,
		QualitySpan quality) {

	/** Copies the lists, and sees to it that all of it makes sense. */
	public StreamDefinition {
		id = List.copyOf(id);
		keys = List.copyOf(keys);
		features = List.copyOf(features);
		new DefinitionCheck(name, id, time, keys, features).check(allowedLateness, label);
		model.check("model");
		drift.check("drift");
		quality.check("quality");
	}

	/**
	 * The columns an event is read from, each once, in the order its cells are expected.
	 */
	public List<String> columns() {
		Set<String> columns = new LinkedHashSet<>(this.id);
		if (this.time != null) {
			columns.add(this.time);
		}
		columns.addAll(this.keys);
		this.features.forEach((feature) -> columns.add(feature.column()));
		if (this.label.inEvent()) {
			columns.add(this.label.column());
		}
		if (this.label.known() != null) {
			columns.add(this.label.known());
		}
		return List.copyOf(columns);
	}

	/** What tells definitions apart: SHA-256 in hexadecimal. */
	public String fingerprint() {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(toString().getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
