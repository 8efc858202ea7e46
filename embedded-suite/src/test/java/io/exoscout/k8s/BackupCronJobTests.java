package io.exoscout.k8s;

import java.util.List;

import io.exoscout.k8s.Firewall.PolicyPeer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The pod that backs up finds what the services have stored. */
class BackupCronJobTests {

	private static final Rendered PROD = KustomizeOverlay.PROD_WITH_BACKUP.rendered();

	private static final JsonNode BACKUP = PROD.one("CronJob", "backup");

	@Test
	void usesTheDatabaseAndTheSettingsOfTheServices() {
		JsonNode service = container(PROD.one("Deployment", "jobs-service"));
		assertThat(container(BACKUP).path("envFrom")).isEqualTo(service.path("envFrom"));
		assertThat(container(BACKUP).path("env").valueStream()).isSubsetOf(service.path("env").valueStream().toList());
	}

	@Test
	void reachesTheDatabaseAndNoBroker() {
		Firewall firewall = new Firewall(PROD.all("NetworkPolicy"));
		JsonNode pod = Rendered.podLabels(BACKUP);
		assertThat(firewall.opens(pod, PolicyPeer.in("10.20.30.0/24"), "27017")).isTrue();
		assertThat(firewall.opens(pod, PolicyPeer.in("10.20.30.0/24"), "443")).isFalse();
		assertThat(firewall.opens(pod, PolicyPeer.pod(broker()), "5672")).isFalse();
	}

	@Test
	void readsTheSharedVolumeWhereThereIsOne() {
		assertThat(mounts(BACKUP)).containsExactlyInAnyOrder("/backups", "/data", "/tmp");
		Rendered shared = Rendered.of("overlays/prod", "backup", "shared-blobs");
		assertThat(mounts(shared.one("CronJob", "backup"))).contains(shared.settings().get("EXOSCOUT_BLOBS_DIRECTORY"));
	}

	@Test
	void reachesTheBucketAsTheServicesDoWhereThereIsOne() {
		Rendered bucket = KustomizeOverlay.PROD_WITH_BUCKET_BLOBS.rendered();
		Firewall firewall = new Firewall(bucket.all("NetworkPolicy"));
		for (JsonNode user : List.of(bucket.one("CronJob", "backup"), bucket.one("Deployment", "trainer-service"))) {
			assertThat(container(user).path("env").findValuesAsString("name")).contains("EXOSCOUT_S3_ACCESSKEY",
					"EXOSCOUT_S3_SECRETKEY");
			assertThat(firewall.opens(Rendered.podLabels(user), PolicyPeer.in("10.20.40.0/24"), "443")).isTrue();
		}
		assertThat(firewall.opens(Rendered.podLabels(bucket.one("Deployment", "exoplanet-catalog-service")),
				PolicyPeer.in("10.20.40.0/24"), "443"))
			.isFalse();
	}

	private static JsonNode broker() {
		return PROD.one("NetworkPolicy", "broker-serves-the-services").at("/spec/podSelector/matchLabels");
	}

	private static JsonNode container(JsonNode workload) {
		return Rendered.containers(workload).get(0);
	}

	private static List<String> mounts(JsonNode workload) {
		return container(workload).path("volumeMounts").findValuesAsString("mountPath");
	}

}
