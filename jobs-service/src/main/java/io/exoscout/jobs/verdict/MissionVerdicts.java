package io.exoscout.jobs.verdict;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.exoscout.archive.Mission;
import org.jspecify.annotations.Nullable;

/**
 * Knows what was said of the objects of a list, while it is shown some at a time. For one
 * thread.
 */
public final class MissionVerdicts {

	private final OwnVerdicts verdicts;

	private final Mission mission;

	private Map<NamedObject, OwnVerdict> said = Map.of();

	public MissionVerdicts(OwnVerdicts verdicts, Mission mission) {
		this.verdicts = verdicts;
		this.mission = mission;
	}

	/** Reads what was said of some objects, which are those known from here on. */
	public void read(Collection<String> objects) {
		this.said = this.verdicts
			.find(objects.stream().map((object) -> new NamedObject(this.mission, object)).toList());
	}

	/** What an object is taken for. */
	public @Nullable String verdict(@Nullable String object) {
		return of(object).map(OwnVerdict::verdict).map(Opinion::id).orElse(null);
	}

	/** The tags of an object, with blanks between them. */
	public @Nullable String tags(@Nullable String object) {
		List<String> tags = of(object).map(OwnVerdict::tags).orElse(List.of());
		return tags.isEmpty() ? null : String.join(" ", tags);
	}

	/** The note about an object. */
	public @Nullable String note(@Nullable String object) {
		return of(object).map(OwnVerdict::note).orElse(null);
	}

	private Optional<OwnVerdict> of(@Nullable String object) {
		return (object != null) ? Optional.ofNullable(this.said.get(new NamedObject(this.mission, object)))
				: Optional.empty();
	}

}
