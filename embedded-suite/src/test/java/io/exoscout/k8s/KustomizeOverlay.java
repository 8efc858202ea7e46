package io.exoscout.k8s;

/** What the manifests can be made into. */
enum KustomizeOverlay {

	DEV("overlays/dev"), PROD("overlays/prod"), PROD_WITH_SHARED_BLOBS("overlays/prod", "shared-blobs"),

	PROD_WITH_TRACING("overlays/prod", "tracing"), PROD_WITH_BACKUP("overlays/prod", "backup"),

	PROD_WITH_STREAM_CLUSTER("overlays/prod", "stream-cluster"),

	PROD_WITH_BUCKET_BLOBS("overlays/prod", "backup", "bucket-blobs");

	private final String kustomization;

	private final String[] components;

	KustomizeOverlay(String kustomization, String... components) {
		this.kustomization = kustomization;
		this.components = components;
	}

	Rendered rendered() {
		return Rendered.of(this.kustomization, this.components);
	}

}
