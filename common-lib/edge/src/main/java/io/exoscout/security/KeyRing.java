package io.exoscout.security;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.exoscout.caller.KeyFile;
import io.exoscout.caller.NamedKey;
import io.exoscout.caller.Role;
import io.exoscout.caller.UnreadableKeys;
import io.exoscout.security.SecuritySettings.Key;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.StringUtils;

/**
 * The keys callers may show: those of the settings, and those of a file that is read anew
 * when it changes. Once there was a file, callers have to show a key until the service
 * ends, whatever becomes of the file: that a file gets lost must not let everybody in.
 */
final class KeyRing {

	private static final Logger log = LoggerFactory.getLogger(KeyRing.class);

	private static final Pattern USABLE = Pattern.compile("[!-~&&[^,]]{16,}");

	private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

	private final List<NamedKey> settled;

	private final @Nullable KeyFile file;

	private volatile FromFile read;

	private volatile long looked = System.nanoTime();

	/**
	 * Reads all keys there are.
	 * @throws UnsafeSettingsException if one can not be used, without showing it
	 */
	KeyRing(SecuritySettings settings) {
		this.settled = settled(settings);
		this.file = StringUtils.hasText(settings.keyFile()) ? new KeyFile(Path.of(settings.keyFile())) : null;
		try {
			this.read = (this.file != null) ? read(this.file, false) : FromFile.NONE;
		}
		catch (UnreadableKeys ex) {
			throw new UnsafeSettingsException(StringUtils.capitalize(String.valueOf(ex.getMessage())) + ".");
		}
	}

	private static List<NamedKey> settled(SecuritySettings settings) {
		List<NamedKey> keys = new ArrayList<>();
		for (int i = 0; i < settings.apiKeys().size(); i++) {
			// not by Bean Validation, whose messages show the offending value
			if (!USABLE.matcher(settings.apiKeys().get(i)).matches()) {
				throw new UnsafeSettingsException(("Key %d of exoscout.security.api-keys can not be used:"
						+ " it needs at least 16 printable ASCII characters, without blanks and commas.")
					.formatted(i + 1));
			}
			// named by its place in the list: the key itself must not reach a log
			keys.add(new NamedKey(NamedKey.NAMELESS + (i + 1), Role.ADMIN, NamedKey.digest(settings.apiKeys().get(i))));
		}
		Set<String> names = new HashSet<>();
		for (int i = 0; i < settings.keys().size(); i++) {
			keys.add(named(settings.keys().get(i), i, names));
		}
		return List.copyOf(keys);
	}

	private static NamedKey named(Key key, int place, Set<String> names) {
		String which = "exoscout.security.keys[" + place + "] can not be used: ";
		if (key.name() == null || key.sha256() == null || key.role() == null) {
			throw new UnsafeSettingsException(
					which + "it needs a name, a role (reader, analyst or admin) and a sha256.");
		}
		if (key.name().startsWith(NamedKey.NAMELESS) || !names.add(key.name())) {
			throw new UnsafeSettingsException(which + "another key has its name.");
		}
		try {
			return new NamedKey(key.name(), key.role(), key.sha256());
		}
		catch (IllegalArgumentException ex) {
			throw new UnsafeSettingsException(which + ex.getMessage() + ".");
		}
	}

	/** Whether callers can show keys, be there any or not. */
	boolean isUsed() {
		return !this.settled.isEmpty() || fromFile().used();
	}

	/**
	 * Looks for a key. Takes the same time whether it is there or not, and however much
	 * of it is right.
	 */
	Optional<NamedKey> find(String key) {
		byte[] digest = NamedKey.sha256(key);
		NamedKey found = null;
		for (NamedKey one : this.settled) {
			found = one.is(digest) ? one : found;
		}
		for (NamedKey one : fromFile().keys()) {
			found = one.is(digest) ? one : found;
		}
		return Optional.ofNullable(found);
	}

	/** Whether a key is still one, as it was found. */
	boolean has(NamedKey key) {
		return this.settled.contains(key) || fromFile().keys().contains(key);
	}

	private FromFile fromFile() {
		KeyFile file = this.file;
		if (file != null && System.nanoTime() - this.looked > LOOK_AGAIN.toNanos()) {
			lookAgain(file);
		}
		return this.read;
	}

	private synchronized void lookAgain(KeyFile file) {
		if (System.nanoTime() - this.looked <= LOOK_AGAIN.toNanos()) {
			return;
		}
		if (!file.stamp().equals(this.read.stamp())) {
			try {
				this.read = read(file, this.read.used());
				log.info("There are {} keys in {} now", this.read.keys().size(), file.path());
			}
			catch (UnreadableKeys ex) {
				Optional<Object> fault = Optional.of(String.valueOf(ex.getMessage()));
				if (!fault.equals(this.read.stamp())) {
					log.error("None of the keys in {} is believed: {}", file.path(), ex.getMessage());
				}
				// who was taken out of it must not get in for that; and as no file has
				// this
				// stamp, it is read again and again until it can be
				this.read = new FromFile(fault, List.of(), true);
			}
		}
		this.looked = System.nanoTime();
	}

	private FromFile read(KeyFile file, boolean used) {
		// first, so that what changes meanwhile is read again
		Optional<Object> stamp = file.stamp();
		boolean there = file.exists();
		List<NamedKey> keys = file.read().stream().filter((key) -> isNobodyElses(key, file)).toList();
		return new FromFile(stamp, keys, used || there);
	}

	/** Two of one name would own each other's things, and be one in the records. */
	private boolean isNobodyElses(NamedKey key, KeyFile file) {
		boolean taken = key.name().startsWith(NamedKey.NAMELESS) || KeyFile.find(this.settled, key.name()).isPresent();
		if (taken) {
			log.error("The key '{}' in {} is not believed: a key of the settings has its name", key.name(),
					file.path());
		}
		return !taken;
	}

	/**
	 * What was found in the file.
	 *
	 * @param stamp of the file as it was then
	 * @param keys in it
	 * @param used whether there is or was one
	 */
	private record FromFile(Optional<Object> stamp, List<NamedKey> keys, boolean used) {

		private static final FromFile NONE = new FromFile(Optional.empty(), List.of(), false);

	}

}
