<?php
/**
 * Plugin Name: Amanat desk
 * Description: Remarks about identity, dignity, law and help beside the block editor. The story goes from your browser to the desk on your own machine, and nowhere else.
 * Version: 0.1.0
 * Requires at least: 6.4
 * Requires PHP: 7.4
 * License: Apache-2.0
 *
 * WordPress only hands the panel to the browser: no text, no token and no remark passes through this server.
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

add_action(
	'enqueue_block_editor_assets',
	function () {
		wp_enqueue_script(
			'amanat-desk',
			plugins_url( 'panel.js', __FILE__ ),
			array( 'wp-plugins', 'wp-editor', 'wp-element', 'wp-components', 'wp-data', 'wp-i18n' ),
			'0.1.0',
			true
		);
	}
);
