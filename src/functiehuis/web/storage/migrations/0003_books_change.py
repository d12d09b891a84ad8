"""What books that change need: when a version was said to be retired, the fingerprint of a document, forms that were handled."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns and a table."""

    dependencies = [
        ("storage", "0002_trail_is_kept"),
    ]

    operations = [
        migrations.AddField(
            model_name="bookversion",
            name="retired_since",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="intake",
            name="fingerprint",
            field=models.CharField(blank=True, default="", max_length=64),
        ),
        migrations.CreateModel(
            name="FormOnce",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.CharField(max_length=64)),
                ("answer", models.CharField(max_length=500)),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("organisation", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="storage.organisation")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("organisation", "token"), name="form_once")],
            },
        ),
    ]
