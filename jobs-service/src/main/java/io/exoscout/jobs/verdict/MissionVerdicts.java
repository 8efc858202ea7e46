package io.exoscout.jobs.verdict;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.exoscout.archive.Mission;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was said of the objects of a list, while it is shown one by one. Keeps the
 * names of those that something was said of, and one verdict. For one thread.
 */
public final class MissionVerdicts {

	private final OwnVerdicts verdicts;

	private final Mission mission;

	private @Nullable Set<String> objects;

	private @Nullable OwnVerdict last;

	public MissionVerdicts(OwnVerdicts verdicts, Mission mission) {
		this.verdicts = verdicts;
		this.mission = mission;
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
		if (this.objects == null) {
			this.objects = this.verdicts.objects(this.mission);
		}
		if (object == null || !this.objects.contains(object)) {
			return Optional.empty();
		}
		if (this.last == null || !this.last.object().equals(object)) {
			this.last = this.verdicts.find(new NamedObject(this.mission, object)).orElse(null);
		}
		return Optional.ofNullable(this.last);
	}

}
